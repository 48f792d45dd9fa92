import type { Construct } from "constructs";
import { countErrors } from "../log-metric.ts";
import type { AlarmSpec } from "./alarm.ts";
import { ownMetric, reputation } from "./metrics.ts";
import type { Watched } from "./watched.ts";

/** The errors that KMS returns for a key that is disabled, pending deletion or deleted (API_Decrypt, API_Encrypt). */
const KEY_ERRORS = ["DisabledException", "KMSInvalidStateException", "NotFoundException"];

/** SES puts an account under review at 5 % of bounces or 0.1 % of complaints. */
const BOUNCES = 0.05;
const COMPLAINTS = 0.001;

/** Alarms for mails that arrive unchecked and for replies that cannot be sent. */
export function mailAlarms(scope: Construct, { intake, runs, apiFunctions }: Watched): AlarmSpec[] {
  const aiConfig = apiFunctions.byName["ai-config"];
  return [
    {
      id: "ChecksOff",
      page: "ses-does-not-check-mail",
      says: "SES does not check mail for spam, viruses or forgery, so every mail is held.",
      metric: intake.checksOff,
    },
    {
      id: "PlatformCap",
      page: "all-replies-are-used-up",
      says: "All agents together have sent as many replies as the settings allow; agent-runner makes the others wait.",
      metric: runs.platformCap,
    },
    {
      id: "SendingBlocked",
      page: "ses-takes-no-mail",
      says: "SES takes no mail from this account (a missing right, the sandbox, a pause, or the quota); replies of agent-runner wait.",
      metric: runs.sendingBlocked,
    },
    {
      id: "Bounces",
      page: "ses-reputation-falls",
      says: "Five percent of the account's mails bounce, so SES may pause its sending.",
      metric: reputation("Reputation.BounceRate"),
      from: BOUNCES,
    },
    {
      id: "Complaints",
      page: "ses-reputation-falls",
      says: "One in a thousand of the account's mails is reported as spam, so SES may pause its sending.",
      metric: reputation("Reputation.ComplaintRate"),
      from: COMPLAINTS,
    },
    {
      id: "KeyUnusableForRunner",
      page: "the-kms-key-cannot-be-used",
      says: "The function agent-runner cannot open keys: the KMS key is disabled, scheduled for deletion or gone.",
      metric: countErrors(runs.runner, KEY_ERRORS, "KeyUnusableForRunner"),
    },
    {
      id: "KeyUnusableForAiConfig",
      page: "the-kms-key-cannot-be-used",
      says: "The function ai-config cannot seal keys: the KMS key is disabled, scheduled for deletion or gone.",
      metric: countErrors(aiConfig, KEY_ERRORS, "KeyUnusableForAiConfig"),
    },
    {
      id: "HeldByOperators",
      page: "mails-are-held-by-our-fault",
      says: "Five mails in five minutes are held for a cause that only operators can resolve.",
      metric: ownMetric(scope, "HeldByOperators", "Sum"),
      from: 5,
    },
  ];
}
