import { describe, expect, it } from "vitest";
import { schedulesOf } from "../../../local/schedules/schedules.ts";
import { CDK_OUT } from "../../../local/stack.ts";
import { functionsOf } from "../../../local/template/functions.ts";
import { readTemplate } from "../../../local/template/read-template.ts";
import { createResolver } from "../../../local/template/resolver.ts";
import { resourcesOf, type Template } from "../../../local/template/template.ts";

function schedules(template: Template) {
  const resolver = createResolver(template, "http://127.0.0.1");
  return schedulesOf(template, resolver, functionsOf(template, resolver));
}

function only(template: Template, type: string, part: string) {
  const [found] = resourcesOf(template, type).filter(([id]) => id.includes(part));
  if (!found) throw new Error(`The template has no ${type} like ${part}`);
  return found[1];
}

describe("a schedule of the template", () => {
  it("invokes its function as often as the template says", async () => {
    expect(schedules(await readTemplate(CDK_OUT))).toEqual([
      { functionName: "domain-checks", everyMs: 60_000, input: "{}" },
      { functionName: "sweeper", everyMs: 300_000, input: "{}" },
    ]);
  });

  it("invokes nothing when it is switched off", async () => {
    const template = await readTemplate(CDK_OUT);
    only(template, "AWS::Scheduler::Schedule", "Sweeper").Properties["State"] = "DISABLED";
    expect(schedules(template).map(({ functionName }) => functionName)).toEqual(["domain-checks"]);
  });

  it("is refused if its role may not invoke the function, because AWS would refuse each invocation", async () => {
    const template = await readTemplate(CDK_OUT);
    const policy = only(template, "AWS::IAM::Policy", "SweeperScheduleRole");
    Object(policy.Properties["PolicyDocument"]).Statement[0].Action = "lambda:GetFunction";
    expect(() => schedules(template)).toThrow(/may invoke sweeper/);
  });

  it("with a cron expression is refused, and the error names it", async () => {
    const template = await readTemplate(CDK_OUT);
    only(template, "AWS::Scheduler::Schedule", "").Properties["ScheduleExpression"] = "cron(0 12 * * ? *)";
    expect(() => schedules(template)).toThrow(/rate/);
  });
});
