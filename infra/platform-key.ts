import { Arn, ArnFormat, Stack } from "aws-cdk-lib";
import type { LatchkeyFunction } from "./function.ts";
import type { Settings } from "./settings.ts";

/** The runner's environment variables for the platform key. There are none if it is off. */
export function platformEnv(settings: Settings) {
  const { platformKeySecretName, platformProvider, platformModel, platformMailsPerMonth } = settings;
  if (platformKeySecretName === undefined || platformProvider === undefined || platformModel === undefined) return {};
  return {
    PLATFORM_KEY_SECRET: platformKeySecretName,
    PLATFORM_PROVIDER: platformProvider,
    PLATFORM_MODEL: platformModel,
    ...platformQuota({ platformMailsPerMonth }),
  };
}

/**
 * The number of mails a month that the platform pays for. The account function gets no number if the platform key is
 * off.
 */
export function platformQuota({ platformMailsPerMonth }: Pick<Settings, "platformMailsPerMonth">) {
  return platformMailsPerMonth === undefined ? {} : { PLATFORM_MAILS_PER_MONTH: String(platformMailsPerMonth) };
}

/**
 * Lets only the runner read the one secret. Secrets Manager appends a hyphen and six random characters to a secret's
 * name in its ARN: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
export function allowPlatformKey(runner: LatchkeyFunction, { platformKeySecretName }: Settings): void {
  if (platformKeySecretName === undefined) return;
  const arn = Arn.format(
    {
      service: "secretsmanager",
      resource: "secret",
      resourceName: `${platformKeySecretName}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
    Stack.of(runner),
  );
  runner.allow(arn, "secretsmanager:GetSecretValue");
}
