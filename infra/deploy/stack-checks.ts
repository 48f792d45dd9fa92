import { type ACMClient, DescribeCertificateCommand } from "@aws-sdk/client-acm";
import { DescribeSecretCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { type DeployedStack, isEmpty } from "../operator/deployed-stack.ts";
import { type Finding, isNamed, note, ok, stop } from "../operator/finding.ts";
import type { StageSettings } from "../operator/stage-settings.ts";
import type { Settings } from "../settings.ts";

/**
 * Checks the state of the stack. In most of these states CloudFormation refuses a deployment only after minutes, with
 * an unhelpful message.
 */
export function checkStack(name: string, stack: DeployedStack | undefined): Finding {
  if (stack === undefined) return ok(`There is no stack ${name} yet; it is made`);
  const { status } = stack;
  if (isEmpty(stack)) return ok(`The first deployment of ${name} failed (${status}); the stack is created again`);
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

/** Lists the settings that differ from the last deployment, so that a forgotten setting is noticed. */
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
      // If the team has not chosen cognitoMail, `npm run deploy` sets it by whether SES has verified the domain.
      .filter((name) => name !== "cognitoMail" || choosesCognitoMail)
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
      .map((name) => note(`The setting ${name} changes: ${worded(before[name])} becomes ${worded(now[name])}`))
  );
}

function worded(value: unknown): string {
  return value === undefined ? "not set" : JSON.stringify(value);
}

/**
 * Checks the certificate of the web app's own domain. CloudFront accepts it only when it is issued and covers the
 * domain.
 */
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

/** A wildcard stands for exactly one label: https://www.rfc-editor.org/rfc/rfc9525#section-6.3 */
function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith("*.") && host.slice(host.indexOf(".")) === name.slice(1));
}

/** If the secret is missing, the runner holds every free mail. */
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
