import type { Statement } from "../aws.ts";
import { judgeCondition, type RequestContext } from "./condition.ts";
import { matchesWildcard } from "./wildcard.ts";

/** One thing that a call does to one resource. */
export type Access = { action: string; resource: string; context?: RequestContext };

export type Decision = {
  allowed: boolean;
  /** The reason in AWS's words; empty when allowed. */
  because: string;
  /**
   * The parts of conditions that could not be evaluated. Such an Allow statement is ignored, and such a Deny statement
   * applies.
   */
  unknown: string[];
};

/** A role's statements on one access: an explicit Deny wins, else one Allow is enough, else no. */
export function decide(statements: Statement[], access: Access): Decision {
  const unknown: string[] = [];
  let allowed = false;
  let denied = false;
  for (const statement of statements) {
    if (!covers(statement, access)) continue;
    const verdict = judgeCondition(statement.Condition, access.context ?? {});
    if (typeof verdict === "object") unknown.push(verdict.unknown);
    if (statement.Effect === "Deny") denied ||= verdict !== "unmet";
    else allowed ||= verdict === "met";
  }
  if (denied) return { allowed: false, because: "with an explicit deny in an identity-based policy", unknown };
  if (allowed) return { allowed: true, because: "", unknown };
  const because = `because no identity-based policy allows the ${access.action} action`;
  return { allowed: false, because, unknown };
}

function covers(statement: Statement, { action, resource }: Access): boolean {
  return (
    // Actions are not case-sensitive, resources are.
    statement.Action.some((pattern) => matchesWildcard(pattern.toLowerCase(), action.toLowerCase())) &&
    statement.Resource.some((pattern) => matchesWildcard(pattern, resource))
  );
}
