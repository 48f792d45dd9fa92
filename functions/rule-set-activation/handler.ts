import {
  DescribeActiveReceiptRuleSetCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from "@aws-sdk/client-ses";
import { answerCloudFormation, DeploymentStop } from "../../shared/aws/custom-resource.ts";

export type Deps = { ses: SESClient; ours: string; send: typeof fetch };

/**
 * Activates our receipt rule set in SES. An account has one active rule set at a time, so a foreign one stays active:
 * replacing it would at once stop the mail of the account's other domains.
 */
export async function answerActivation(event: unknown, { ses, ours, send }: Deps): Promise<void> {
  await answerCloudFormation(event, {
    physicalId: "receipt-rule-set",
    failure:
      "SES's active receipt rule set could not be read or set. The log of the function rule-set-activation says why.",
    work: (type) => (type === "Delete" ? deactivate(ses, ours) : activate(ses, ours)),
    send,
  });
}

async function activate(ses: SESClient, ours: string): Promise<void> {
  const active = await activeName(ses);
  if (active !== undefined && active !== ours) throw new DeploymentStop(isTaken(active));
  await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: ours }));
}

/** SES does not delete an active rule set, so ours is deactivated first. A foreign one stays as it is. */
async function deactivate(ses: SESClient, ours: string): Promise<void> {
  if ((await activeName(ses)) === ours) await ses.send(new SetActiveReceiptRuleSetCommand({}));
}

async function activeName(ses: SESClient): Promise<string | undefined> {
  const { Metadata } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
  return Metadata?.Name;
}

function isTaken(active: string): string {
  return (
    `SES uses the receipt rule set "${active}" in this account and Region, and replacing it would stop that mail. ` +
    `Set ruleSet to "${active}", and Latchkey adds its rule there; or deactivate it first: aws ses set-active-receipt-rule-set`
  );
}
