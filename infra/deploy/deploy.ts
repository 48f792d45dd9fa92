import { PHASE } from "../kept.ts";
import type { Cdk } from "../operator/cdk.ts";
import { findStack, isEmpty } from "../operator/deployed-stack.ts";
import { type Finding, lineOf } from "../operator/finding.ts";
import { findManualSteps, type Place } from "../operator/manual-steps.ts";
import type { StageSettings } from "../operator/stage-settings.ts";
import type { DeployArguments } from "./arguments.ts";
import { lookFirst, type Seen } from "./look-first.ts";

export type Deps = Omit<Place, "region"> & { cdk: Cdk; say: (line: string) => void };

/** @returns the exit code: 0 when the stack is deployed, even if steps are left to do by hand */
export async function deploy(args: DeployArguments, stage: StageSettings, deps: Deps): Promise<number> {
  const { aws, cdk, say } = deps;
  const seen = await lookFirst(aws, stage, args.anew);
  for (const finding of seen.findings) say(lineOf(finding));
  if (seen.findings.some(({ level }) => level === "stop")) {
    say("Nothing was changed.");
    return 1;
  }
  const usual = [
    "-c",
    `stage=${args.stage}`,
    ...args.settings.flatMap((pair) => ["-c", pair]),
    ...codesBy(seen, stage),
  ];
  // This compares the templates, because CDK's default method creates a change set and needs the rights to deploy.
  if (args.diff) return cdk(["diff", stage.stackName, "--method", "template", ...usual]);

  const approval = args.yes ? ["--require-approval", "never"] : [];
  const deployment = ["deploy", stage.stackName, ...approval, ...usual];
  if (isEmpty(seen.stack)) {
    const first = await cdk([...deployment, "-c", `${PHASE}=first`]);
    if (first !== 0) return first;
    say("Deploying a second time, to protect the tables and accounts from deletion by mistake.");
  }
  const code = await cdk(deployment);
  if (code !== 0) return code;
  const stack = await findStack(aws.cloudformation, stage.stackName);
  if (stack === undefined) return 1;
  sayWhatIsLeft(await findManualSteps(stack, stage, { ...deps, region: seen.region }), say);
  say(`The web app: ${stack.outputs.get("WebUrl")?.value}`);
  return 0;
}

/**
 * Cognito refuses to send from a domain that SES has not verified. Until SES has verified it, Cognito mails the codes
 * itself.
 */
function codesBy({ identity }: Seen, { choosesCognitoMail }: StageSettings): string[] {
  return identity === "verified" || choosesCognitoMail ? [] : ["-c", "cognitoMail=cognito"];
}

function sayWhatIsLeft(findings: Finding[], say: (line: string) => void): void {
  const left = findings.filter(({ level }) => level !== "ok");
  say(left.length === 0 ? "Nothing is left to do by hand." : "Deployed. Left to do by hand, in this order:");
  left.forEach(({ text }, index) => {
    say(`${index + 1}. ${text}`);
  });
}
