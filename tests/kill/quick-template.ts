import { CDK_OUT } from "../../local/stack.ts";
import { readTemplate } from "../../local/template/read-template.ts";
import { resourcesOf, type Template } from "../../local/template/template.ts";

/** The runner's time-out, from 360 s, and the others', from 30 s. A provider call needs 50 s of an invocation. */
const RUNNER_SECONDS = 60;
const OTHER_SECONDS = 15;

/**
 * The synthesized template with shorter time-outs, and visibilities and sweeps to go with them: what a killed machine had
 * in hand comes back after a minute in place of twelve.
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
