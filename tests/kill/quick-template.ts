import { CDK_OUT } from "../../local/stack.ts";
import { readTemplate } from "../../local/template/read-template.ts";
import { resourcesOf, type Template } from "../../local/template/template.ts";

/**
 * The time-outs of the runner (instead of 360 s) and of the others (instead of 30 s). A provider call needs 50 s of an
 * invocation.
 */
const RUNNER_SECONDS = 60;
const OTHER_SECONDS = 15;

/**
 * The synthesized template with shorter time-outs, and with visibility time-outs and sweeps to match. The work of a
 * killed machine then returns after one minute instead of twelve.
 */
export async function quickTemplate(): Promise<Template> {
  const template = await readTemplate(CDK_OUT);
  for (const [, { Properties }] of resourcesOf(template, "AWS::Lambda::Function")) {
    const seconds = Number(Properties["Timeout"]);
    if (seconds === 360) Properties["Timeout"] = RUNNER_SECONDS;
    if (seconds === 30) Properties["Timeout"] = OTHER_SECONDS;
  }
  for (const [, { Properties }] of resourcesOf(template, "AWS::SQS::Queue")) {
    const seconds = Number(Properties["VisibilityTimeout"]);
    if (seconds === 2160) Properties["VisibilityTimeout"] = RUNNER_SECONDS + 10;
    if (seconds === 180) Properties["VisibilityTimeout"] = OTHER_SECONDS + 5;
  }
  for (const [, { Properties }] of resourcesOf(template, "AWS::Scheduler::Schedule")) {
    Properties["ScheduleExpression"] = "rate(1 minutes)";
  }
  return template;
}
