import type { Statement } from "../aws.ts";
import { OPERATORS } from "./operators.ts";

/** The condition context of a request: keys in lower case, each with all its values. */
export type RequestContext = Record<string, string[]>;

/** `unknown` names an operator, key or value that this machine cannot judge; the caller decides what that means. */
export type Verdict = "met" | "unmet" | { unknown: string };

/** The keys that the services here put into a request's context; of any other, its absence would say nothing. */
const KNOWN_KEYS =
  /^(kms:encryptioncontext:.+|kms:encryptioncontextkeys|ses:fromaddress|ses:recipients|aws:(?:request|resource)tag\/.+)$/;

/** All operators of a condition must be met, and all keys of an operator. */
export function judgeCondition(condition: Statement["Condition"], context: RequestContext): Verdict {
  let verdict: Verdict = "met";
  for (const [operator, keys] of Object.entries(condition ?? {})) {
    for (const [key, values] of Object.entries(keys)) {
      const one = judgeKey(operator, key, [values].flat(), context);
      if (one === "unmet") return "unmet";
      if (one !== "met") verdict = one;
    }
  }
  return verdict;
}

function judgeKey(operator: string, key: string, wanted: string[], context: RequestContext): Verdict {
  // Names of condition keys are not case-sensitive, the part after kms:EncryptionContext: included.
  const name = key.toLowerCase();
  if (!KNOWN_KEYS.test(name)) return { unknown: `the key ${key}` };
  const variable = wanted.find((value) => value.includes("${"));
  if (variable !== undefined) return { unknown: `the policy variable in ${variable}` };
  const given = context[name] ?? [];
  if (operator === "Null") return wanted.includes(String(given.length === 0)) ? "met" : "unmet";

  const form = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator);
  const rule = OPERATORS[form?.[2] ?? ""];
  if (rule === undefined) return { unknown: `the operator ${operator}` };
  if (given.length === 0 && form?.[3] !== undefined) return "met";

  const agrees = (value: string) => wanted.some((one) => rule.agrees(one, value)) !== (rule.negated === true);
  if (form?.[1] === "ForAllValues") return given.every(agrees) ? "met" : "unmet";
  if (form?.[1] === "ForAnyValue") return given.some(agrees) ? "met" : "unmet";
  if (given.length === 0) return rule.negated ? "met" : "unmet";
  return (rule.negated ? given.every(agrees) : given.some(agrees)) ? "met" : "unmet";
}
