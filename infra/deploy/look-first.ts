import type { AwsClients } from "../operator/clients.ts";
import { type DeployedStack, findStack, isEmpty } from "../operator/deployed-stack.ts";
import { type Finding, look, note, stop } from "../operator/finding.ts";
import { findLeftovers } from "../operator/leftovers.ts";
import type { StageSettings } from "../operator/stage-settings.ts";
import { checkBootstrap, checkConcurrency, checkCredentials, checkRegion } from "./account-checks.ts";
import { checkIdentity, checkRuleSet, checkSending, type IdentityState, identityState } from "./mail-checks.ts";
import { changedSettings, checkCertificate, checkSecret, checkStack } from "./stack-checks.ts";

export type Seen = {
  findings: Finding[];
  region: string;
  /** Undefined if AWS did not let us look. */
  stack: DeployedStack | undefined;
  identity: IdentityState | undefined;
};

/** Checks everything that can stop a deployment, before anything is changed. The checks themselves change nothing. */
export async function lookFirst(aws: AwsClients, stage: StageSettings, anew: boolean): Promise<Seen> {
  const { settings, file, stackName } = stage;
  const { account, ...credentials } = await checkCredentials(aws.sts);
  if (account === undefined) {
    return { findings: [credentials], region: "", stack: undefined, identity: undefined };
  }
  const region = await aws.sts.config.region();
  const stack = await findStack(aws.cloudformation, stackName);
  const identity = await identityState(aws.sesv2, settings.mailDomain);
  const groups = await Promise.all([
    look("CDK's bootstrap", async () => [await checkBootstrap(aws.ssm, account, region)]),
    look("The stack", async () => [checkStack(stackName, stack), ...changedSettings(stack, stage)]),
    look("What a destroyed stack left", async () => checkLeftovers(aws, stage, stack, anew)),
    look("Lambda's limits", async () => [await checkConcurrency(aws.lambda, settings, file)]),
    look("SES's account", () => checkSending(aws.sesv2, settings, file)),
    look("The domain at SES", async () => [checkIdentity(identity, stack, settings.mailDomain)]),
    look("SES's receipt rule sets", async () => [await checkRuleSet(aws.ses, settings, stack, file)]),
    look("The certificate", () => checkCertificate(aws.acm, settings)),
    look("The platform's secret", () => checkSecret(aws.secrets, settings)),
  ]);
  return { findings: [credentials, checkRegion(region, settings, file), ...groups.flat()], region, stack, identity };
}

/**
 * A new deployment would create empty tables beside those that a destroyed stack left, and the old users could not log
 * in.
 */
async function checkLeftovers(
  { cloudformation }: AwsClients,
  { stackName, stage }: StageSettings,
  stack: DeployedStack | undefined,
  anew: boolean,
): Promise<Finding[]> {
  if (!isEmpty(stack)) return [];
  const left = await findLeftovers(cloudformation, stackName);
  if (!left.some(({ type }) => type === "AWS::DynamoDB::Table")) return [];
  const adopt = stage === "default" ? "npm run adopt" : `npm run adopt -- --stage ${stage}`;
  const say = `A destroyed stack ${stackName} has left ${left.length} resources with data.`;
  if (anew) return [note(`${say} They stay beside the new, empty ones.`)];
  return [stop(`${say} To adopt them, run: ${adopt}. To create new, empty ones beside them, add --anew.`)];
}
