import { Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { SnsTopic } from "aws-cdk-lib/aws-events-targets";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import type { VaultKey } from "../vault-key.ts";
import type { Page } from "./pages.ts";

const PAGE: Page = "the-kms-key-cannot-be-used";

/**
 * Notifies the operators when somebody disables the key or schedules its deletion. KMS has no events for these calls, so
 * the rule uses CloudTrail's, which need a trail in the account.
 * https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html
 */
export function tellOfKey(scope: Construct, vaultKey: VaultKey, topic: Topic): void {
  const says = `Somebody has disabled the KMS key that seals the owners' AI keys, or scheduled its deletion. See docs/alarms.md#${PAGE}`;
  new Rule(scope, "VaultKeyTouched", {
    description: says,
    eventPattern: {
      source: ["aws.kms"],
      detailType: ["AWS API Call via CloudTrail"],
      detail: { eventName: ["DisableKey", "ScheduleKeyDeletion"], resources: { ARN: [vaultKey.arn] } },
    },
    targets: [new SnsTopic(topic, { message: RuleTargetInput.fromText(says) })],
  });
}
