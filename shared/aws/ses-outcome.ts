import * as z from "zod/mini";
import { isNamed } from "../errors.ts";
import { describeError, log } from "../log.ts";

/**
 * SES's names for "not now": the mail has surely not left. Source: Amazon SES API v1, SendRawEmail and Common Errors.
 */
const NOT_NOW = [
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "LimitExceededException",
  "ServiceUnavailable",
];

/**
 * Errors that only the team that runs the stack can fix: a permission, an account setting, a credential. Same source.
 */
const OPERATORS_FAULTS = [
  "AccessDenied",
  "AccessDeniedException",
  "AccountSendingPausedException",
  "ConfigurationSetSendingPausedException",
  "ConfigurationSetDoesNotExist",
  "ConfigurationSetDoesNotExistException",
  "MailFromDomainNotVerifiedException",
  "InvalidClientTokenId",
  "SignatureDoesNotMatch",
  "OptInRequired",
];

/**
 * The SDK's error for an unsuccessful answer. The error of a call without an answer also has `$metadata`, but no
 * `$fault`.
 */
const serviceError = z.object({
  $fault: z.enum(["client", "server"]),
  $metadata: z.object({ httpStatusCode: z.optional(z.number()) }),
});

/** SES reports these only in the message: the sandbox, an identity that is no longer verified, and the daily quota. */
const OPERATORS_MESSAGES = /^(?:Email address is not verified|Daily message quota exceeded)/;

/** Returns what a failed SendRawEmail means for the mail. `unknown`: it may have left, so it must not be sent again. */
export function classifySesError(error: unknown): "refused" | "not_now" | "unknown" {
  if (isOperatorsFault(error) || isNamed(error, ...NOT_NOW)) return "not_now";
  const status = answeredStatus(error) ?? 0;
  return status >= 400 && status < 500 ? "refused" : "unknown";
}

/** Logs why SES did not take a mail, without its address. infra/agent-runs.ts raises an alarm for `sending_blocked`. */
export function logSendFailure(error: unknown): void {
  const { stack, ...known } = describeError(error);
  // Where a known fault of the team's was thrown helps nobody: its name says what to do.
  if (isOperatorsFault(error)) log("sending_blocked", known);
  else log("send_failed", { ...known, stack });
}

/** True when no mail can leave until the team acts, so that the failure says nothing about this one mail. */
function isOperatorsFault(error: unknown): boolean {
  if (isNamed(error, ...OPERATORS_FAULTS)) return true;
  return error instanceof Error && answeredStatus(error) !== undefined && OPERATORS_MESSAGES.test(error.message);
}

/**
 * The status that SES answered with; undefined where no answer came. The SDK's class of such an error is not asked for, since
 * it would load the client before there is a mail to send.
 */
function answeredStatus(error: unknown): number | undefined {
  const parsed = serviceError.safeParse(error);
  return parsed.success ? (parsed.data.$metadata.httpStatusCode ?? 0) : undefined;
}
