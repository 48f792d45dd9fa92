import { type ACMClient, DescribeCertificateCommand } from "@aws-sdk/client-acm";
import { DescribeSecretCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { type DeployedStack, isEmpty } from "../operator/deployed-stack.ts";
import { type Finding, isNamed, note, ok, stop } from "../operator/finding.ts";
import type { StageSettings } from "../operator/stage-settings.ts";
import type { Settings } from "../settings.ts";

/** What state the stack is in: CloudFormation refuses most of these with its own words, after minutes. */
export function checkStack(name: string, stack: DeployedStack | undefined): Finding {
  if (stack === undefined) return ok(`There is no stack ${name} yet; it is made`);
  const { status } = stack;
  if (isEmpty(stack)) return ok(`The first deployment of ${name} came to nothing (${status}); it is made anew`);
  if (status.endsWith("_IN_PROGRESS")) {
    return stop(`CloudFormation is at work on ${name} (${status}). Wait until it is done, and begin again.`);
  }
  if (status === "UPDATE_ROLLBACK_FAILED") {
    return stop(`${name} is stuck (UPDATE_ROLLBACK_FAILED). Run: npx cdk rollback ${name}; then begin again.`);
  }
  if (status === "CREATE_FAILED" || status === "DELETE_FAILED") {
    return stop(
      `${name} is half made or half deleted (${status}). Delete it in the CloudFormation console, keeping what cannot be deleted; then begin again.`,
    );
  }
  return ok(`The stack ${name} is there (${status})`);
}

/** What the deployment would set otherwise than the last one: a setting that was forgotten shows here. */
export function changedSettings(
  stack: DeployedStack | undefined,
  { settings, choosesCognitoMail }: StageSettings,
): Finding[] {
  const before = stack?.settings;
  if (before === undefined) return [];
  const now: Record<string, unknown> = JSON.parse(JSON.stringify(settings));
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return (
    names
      // Where the team leaves it open, `npm run deploy` goes by whether SES has verified the domain.
      .filter((name) => name !== "cognitoMail" || choosesCognitoMail)
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
      .map((name) => note(`The setting ${name} changes: ${worded(before[name])} becomes ${worded(now[name])}`))
  );
}

function worded(value: unknown): string {
  return value === undefined ? "not set" : JSON.stringify(value);
}

/** The certificate of the web app's own name: CloudFront takes only one that is issued and names it. */
export async function checkCertificate(acm: ACMClient, { webDomain, webCertificate }: Settings): Promise<Finding[]> {
  if (webDomain === undefined || webCertificate === undefined) return [];
  try {
    const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn: webCertificate }));
    if (Certificate?.Status !== "ISSUED") {
      return [
        stop(
          `The certificate webCertificate is ${Certificate?.Status} and not issued yet. Set the record that its page in ACM's console (us-east-1) shows, and wait.`,
        ),
      ];
    }
    const names = [Certificate.DomainName ?? "", ...(Certificate.SubjectAlternativeNames ?? [])];
    if (names.some((name) => covers(name, webDomain))) return [ok(`The certificate of ${webDomain} is issued`)];
    return [stop(`The certificate webCertificate is for ${[...new Set(names)].join(", ")}, and not for ${webDomain}.`)];
  } catch (error) {
    if (!isNamed(error, "ResourceNotFoundException")) throw error;
    return [stop("There is no certificate webCertificate in this account, in us-east-1. Request one there, in ACM.")];
  }
}

/** A star stands for one label: https://www.rfc-editor.org/rfc/rfc9525#section-6.3 */
function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith("*.") && host.slice(host.indexOf(".")) === name.slice(1));
}

/** The runner would hold every free mail where the secret is missing. */
export async function checkSecret(
  secrets: SecretsManagerClient,
  { platformKeySecretName: SecretId }: Settings,
): Promise<Finding[]> {
  if (SecretId === undefined) return [];
  try {
    await secrets.send(new DescribeSecretCommand({ SecretId }));
    return [ok(`The secret ${SecretId} is there`)];
  } catch (error) {
    if (!isNamed(error, "ResourceNotFoundException")) throw error;
    return [
      stop(
        `There is no secret ${SecretId} (platformKeySecretName). Make it: aws secretsmanager create-secret --name ${SecretId} --secret-string file://key.txt`,
      ),
    ];
  }
}
