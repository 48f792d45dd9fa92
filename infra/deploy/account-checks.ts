import type { LambdaClient } from "@aws-sdk/client-lambda";
import { GetAccountSettingsCommand } from "@aws-sdk/client-lambda";
import { GetParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";
import { API_SHARE, allQueues, roomFor } from "../concurrency.ts";
import { type Finding, isNamed, note, ok, stop } from "../operator/finding.ts";
import { loginFault } from "../operator/login-fault.ts";
import { RECEIVING_REGIONS } from "../receiving-regions.ts";
import type { Settings } from "../settings.ts";

/** Where `cdk bootstrap` writes its version: https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const BOOTSTRAP = "/cdk-bootstrap/hnb659fds/version";
/** The version that CDK's own stacks require. */
const BOOTSTRAP_VERSION = 6;
const NODE = 24;

export function checkNode(version: string): Finding {
  if (Number(version.split(".")[0]) >= NODE) return ok(`Node ${version}`);
  return stop(`This is Node ${version}, and Latchkey is deployed with Node ${NODE}. Run npm ci, which brings it.`);
}

/** Identifies the account of the credentials. All other checks of AWS need them. */
export async function checkCredentials(sts: STSClient): Promise<Finding & { account?: string }> {
  try {
    const { Account = "", Arn = "" } = await sts.send(new GetCallerIdentityCommand({}));
    return { ...ok(`Account ${Account}, as ${Arn}`), account: Account };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return stop(
      loginFault(error) ?? `AWS does not take these credentials: ${error.name}: ${error.message}. Check AWS_PROFILE.`,
    );
  }
}

export function checkRegion(region: string, { anyRegion }: Settings, file: string): Finding {
  if (RECEIVING_REGIONS.includes(region)) return ok(`Region ${region}: SES receives mail there`);
  if (anyRegion) return note(`SES is not known to receive mail in ${region}; the setting anyRegion lets it pass.`);
  return stop(
    `SES is not known to receive mail in ${region}. Set AWS_REGION to one of ${RECEIVING_REGIONS.join(", ")}; or, if AWS lists ${region} by now, set anyRegion to true in ${file}.`,
  );
}

export async function checkBootstrap(ssm: SSMClient, account: string, region: string): Promise<Finding> {
  const remedy = `Run: npx cdk bootstrap aws://${account}/${region}`;
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: BOOTSTRAP }));
    const version = Number(Parameter?.Value);
    if (version >= BOOTSTRAP_VERSION) return ok(`Bootstrapped for CDK, version ${version}`);
    return stop(`CDK's bootstrap is version ${Parameter?.Value}, and ${BOOTSTRAP_VERSION} is needed. ${remedy}`);
  } catch (error) {
    if (!isNamed(error, "ParameterNotFound")) throw error;
    return stop(`This account and Region are not prepared for CDK. ${remedy}`);
  }
}

/**
 * New accounts run 10 or 50 Lambdas at the same time. The queues must leave the API a share, and the runner alone must
 * never take half.
 */
export async function checkConcurrency(
  lambda: LambdaClient,
  { maxInvocations }: Settings,
  file: string,
): Promise<Finding> {
  const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
  const limit = AccountLimit?.ConcurrentExecutions ?? 0;
  const all = allQueues(maxInvocations);
  const raise = "Ask for more under Service Quotas, AWS Lambda, Concurrent executions";
  if (all + API_SHARE <= limit) return ok(`${limit} Lambdas at once; mail takes at most ${all}`);
  const most = roomFor(limit) ?? 2;
  if (maxInvocations > most) {
    return stop(
      `This account runs ${limit} Lambdas at once, and with maxInvocations ${maxInvocations} mail may take ${all}, which leaves none for the API. Set maxInvocations to ${most} in ${file}. ${raise} for more.`,
    );
  }
  return note(
    `This account runs ${limit} Lambdas at once. In a flood of mail the API may have to wait for its share. ${raise}.`,
  );
}
