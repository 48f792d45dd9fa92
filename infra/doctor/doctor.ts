import { checkCredentials } from "../deploy/account-checks.ts";
import { changedSettings } from "../deploy/stack-checks.ts";
import { type DeployedStack, findStack } from "../operator/deployed-stack.ts";
import { type Finding, lineOf, look, note, ok, stop } from "../operator/finding.ts";
import { findManualSteps, type Place } from "../operator/manual-steps.ts";
import type { StageSettings } from "../operator/stage-settings.ts";
import {
  checkAlarms,
  checkDeadLetters,
  checkFeeding,
  checkKey,
  checkRule,
  checkThrottles,
} from "./machinery-checks.ts";
import { type Login, selfTest } from "./self-test.ts";
import { checkAddresses } from "./web-checks.ts";

export type Deps = Omit<Place, "region"> & { say: (line: string) => void; now: () => Date };

/** @returns the exit code: 1 when something is wrong or left to do */
export async function doctor(stage: StageSettings, login: Login | undefined, deps: Deps): Promise<number> {
  const { aws, say } = deps;
  const { account, ...credentials } = await checkCredentials(aws.sts);
  say(lineOf(credentials));
  if (account === undefined) return 1;
  const stack = await findStack(aws.cloudformation, stage.stackName);
  if (stack === undefined) {
    say(
      lineOf(
        stop(
          `There is no stack ${stage.stackName} in this account and Region. Check AWS_PROFILE and AWS_REGION, or deploy it.`,
        ),
      ),
    );
    return 1;
  }
  const place = { ...deps, region: await aws.sts.config.region() };
  const findings = [checkState(stack), ...(await examine(stack, stage, place))];
  for (const finding of findings) say(lineOf(finding));
  const answered = await test(stack, login);
  say(lineOf(answered));
  const wrong = [...findings, answered].filter(({ level }) => ["stop", "todo", "unseen"].includes(level)).length;
  say(wrong === 0 ? "All is well." : `${wrong} to see to.`);
  return wrong === 0 ? 0 : 1;
}

async function examine(stack: DeployedStack, stage: StageSettings, place: Place & Deps): Promise<Finding[]> {
  const { aws, now } = place;
  const groups = await Promise.all([
    look("The settings", async () => changedSettings(stack, stage).map(asUndeployed)),
    findManualSteps(stack, stage, place),
    look("SES's receipt rules", async () => [await checkRule(aws.ses, stack, stage.settings.mailDomain)]),
    look("The KMS key", () => checkKey(aws.kms, stack)),
    look("The queues' triggers", () => checkFeeding(aws.lambda, stack)),
    look("The dead-letter queues", () => checkDeadLetters(aws.sqs, stack)),
    look("The alarms", () => checkAlarms(aws.cloudwatch, stack)),
    look("Lambda's throttles", async () => [await checkThrottles(aws.cloudwatch, now())]),
    look("The web app and the API", () => checkAddresses(urlOf(stack, "WebUrl"), urlOf(stack, "ApiUrl"))),
  ]);
  return groups.flat();
}

function checkState({ name, status }: DeployedStack): Finding {
  if (/^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)) return ok(`The stack ${name} is deployed (${status})`);
  if (status === "UPDATE_ROLLBACK_COMPLETE")
    return note(`The last deployment of ${name} failed, and the one before it runs.`);
  return stop(`The stack ${name} is ${status}. The CloudFormation console, Events, says why.`);
}

function asUndeployed({ text }: Finding): Finding {
  return note(
    text.replace("changes:", "differs from what is deployed:").replace(" becomes ", ", and in its file it is "),
  );
}

/** The test mail costs its owner money, so it is sent only if an owner is named. */
async function test(stack: DeployedStack, login: Login | undefined): Promise<Finding> {
  if (login === undefined) {
    return note(
      "No mail was tried. Sign up, store a key, and run: LATCHKEY_PASSWORD=... npm run doctor -- --as E-MAIL",
    );
  }
  const [finding] = await look("Self-test: the API", async () => [await selfTest(urlOf(stack, "WebUrl"), login)]);
  return finding ?? note("No mail was tried.");
}

function urlOf(stack: DeployedStack, output: string): string {
  return stack.outputs.get(output)?.value ?? "";
}
