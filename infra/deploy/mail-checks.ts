import {
  DescribeActiveReceiptRuleSetCommand,
  DescribeReceiptRuleSetCommand,
  type SESClient,
} from "@aws-sdk/client-ses";
import { GetAccountCommand, GetEmailIdentityCommand, type SESv2Client } from "@aws-sdk/client-sesv2";
import type { DeployedStack } from "../operator/deployed-stack.ts";
import { type Finding, isNamed, note, ok, stop, todo } from "../operator/finding.ts";
import type { Settings } from "../settings.ts";

const SANDBOX =
  "SES is in its sandbox: it sends only to addresses that you have verified, and all other replies wait. Ask for production access: SES console, Account dashboard.";

/** Compares SES's quota for this account with the settings. */
export async function checkSending(ses: SESv2Client, settings: Settings, file: string): Promise<Finding[]> {
  const { ProductionAccessEnabled, SendingEnabled, SendQuota, EnforcementStatus } = await ses.send(
    new GetAccountCommand({}),
  );
  const paused = SendingEnabled === false || EnforcementStatus === "SHUTDOWN";
  const found = paused
    ? [
        todo(
          "SES has paused all sending of this account, so replies wait. The SES console, Account dashboard, says why.",
        ),
      ]
    : [];
  if (!ProductionAccessEnabled) return [...found, todo(SANDBOX)];
  // SES returns -1 for no quota.
  const max = SendQuota?.Max24HourSend ?? -1;
  if (max < 0) return [...found, ok("SES sends without a daily quota")];
  if (settings.repliesPerDay > max) {
    const fifths = Math.max(1, Math.floor(max * 0.8));
    return [
      ...found,
      stop(
        `SES sends ${max} mails a day for this account, and repliesPerDay is ${settings.repliesPerDay}. Set it to ${fifths} in ${file}, which leaves a fifth for notices and codes, or ask for more under Service Quotas, Amazon SES.`,
      ),
    ];
  }
  return [...found, ok(`SES sends ${max} mails a day; repliesPerDay is ${settings.repliesPerDay}`)];
}

export type IdentityState = "absent" | "unverified" | "verified";

export async function identityState(ses: SESv2Client, mailDomain: string): Promise<IdentityState> {
  try {
    const found = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: mailDomain }));
    return found.VerifiedForSendingStatus ? "verified" : "unverified";
  } catch (error) {
    if (isNamed(error, "NotFoundException")) return "absent";
    throw error;
  }
}

/** CloudFormation creates the identity, and fails late if it exists already. */
export function checkIdentity(state: IdentityState, stack: DeployedStack | undefined, mailDomain: string): Finding {
  const isOurs = (stack?.resources ?? []).some(
    ({ ResourceType, PhysicalResourceId }) =>
      ResourceType === "AWS::SES::EmailIdentity" && PhysicalResourceId === mailDomain,
  );
  if (state === "absent" || isOurs) return ok(`The domain ${mailDomain} is free for this stack`);
  return stop(
    `SES knows the domain ${mailDomain} in this account and Region already, but it does not belong to this stack. Choose another mailDomain; or, if nothing uses it, delete it: aws sesv2 delete-email-identity --email-identity ${mailDomain}`,
  );
}

/** SES uses one receipt rule set at a time. Replacing another one would at once stop the mail that it receives. */
export async function checkRuleSet(
  ses: SESClient,
  { ruleSet }: Settings,
  stack: DeployedStack | undefined,
  file: string,
): Promise<Finding> {
  const active = (await ses.send(new DescribeActiveReceiptRuleSetCommand({}))).Metadata?.Name;
  if (ruleSet !== "create") return checkNamed(ses, ruleSet, active);
  const ours = stack?.resources.find(({ ResourceType }) => ResourceType === "AWS::SES::ReceiptRuleSet");
  if (active === undefined) return ok("SES uses no receipt rule set yet");
  if (active === ours?.PhysicalResourceId) return ok("SES uses this stack's receipt rule set");
  return stop(
    `SES uses the receipt rule set "${active}" in this account and Region, and replacing it would stop that mail. Set ruleSet to "${active}" in ${file}: Latchkey then adds one rule for its own domain to it.`,
  );
}

async function checkNamed(ses: SESClient, name: string, active: string | undefined): Promise<Finding> {
  try {
    await ses.send(new DescribeReceiptRuleSetCommand({ RuleSetName: name }));
  } catch (error) {
    if (!isNamed(error, "RuleSetDoesNotExist", "RuleSetDoesNotExistException")) throw error;
    const use = active === undefined ? "`create`, which makes one" : `"${active}", which SES uses`;
    return stop(`SES has no receipt rule set "${name}" in this account and Region. Set ruleSet to ${use}.`);
  }
  if (name === active) return ok(`Latchkey's rule goes into the receipt rule set "${name}", which SES uses`);
  return note(
    `SES does not use the receipt rule set "${name}", so no mail comes in. To change that, run: aws ses set-active-receipt-rule-set --rule-set-name ${name}`,
  );
}
