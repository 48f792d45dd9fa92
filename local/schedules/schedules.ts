import * as z from "zod";
import { decide } from "../aws/iam/decide.ts";
import type { FunctionSpec } from "../template/functions.ts";
import type { Resolver } from "../template/resolver.ts";
import { statementsOf } from "../template/statements.ts";
import { resourcesOf, type Template, TemplateError } from "../template/template.ts";

/** One EventBridge schedule: the function, the interval and the event. */
export type Schedule = { functionName: string; everyMs: number; input: string };

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const properties = z.object({
  ScheduleExpression: z
    .string()
    .regex(/^rate\(\d+ (minute|hour|day)s?\)$/, "only rate(...) works on this machine")
    .transform((text) => {
      const [, count, unit] = /\((\d+) (minute|hour|day)/.exec(text) ?? [];
      return Number(count) * UNIT_MS[z.enum(["minute", "hour", "day"]).parse(unit)];
    }),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().default("{}") }),
});

/**
 * @throws TemplateError also for a role that may not invoke the function, because in AWS such a schedule does nothing
 */
export function schedulesOf(template: Template, resolver: Resolver, functions: FunctionSpec[]): Schedule[] {
  const roles = resourcesOf(template, "AWS::IAM::Role").map(([id]) => id);
  return resourcesOf(template, "AWS::Scheduler::Schedule").flatMap(([id]) => {
    const { ScheduleExpression, State, Target } = resolver.read(id, properties);
    const fn = functions.find(({ arn }) => arn === Target.Arn);
    if (!fn) throw new TemplateError(`${id}.Target.Arn is no function of ours: ${Target.Arn}`);
    const role = roles.find((each) => resolver.attribute(each, "Arn") === Target.RoleArn);
    const access = { action: "lambda:InvokeFunction", resource: fn.arn };
    if (!role || !decide(statementsOf(template, resolver, role), access).allowed) {
      throw new TemplateError(`${id}.Target.RoleArn does not name a role that may invoke ${fn.name}.`);
    }
    return State === "ENABLED" ? [{ functionName: fn.name, everyMs: ScheduleExpression, input: Target.Input }] : [];
  });
}
