import { SESServiceException } from "@aws-sdk/client-ses";
import { isNamed } from "../errors.ts";

/** SES's names for "not now": the mail has surely not left. Source: Amazon SES API v1, SendRawEmail and Common Errors. */
const NOT_NOW = [
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "LimitExceededException",
  "AccountSendingPausedException",
  "ConfigurationSetSendingPausedException",
  "ServiceUnavailable",
];

/** What a failed SendRawEmail means for the mail. `unknown`: it may have left, so it must not be sent again. */
export function outcomeOf(error: unknown): "refused" | "not_now" | "unknown" {
  if (isNamed(error, ...NOT_NOW)) return "not_now";
  if (!(error instanceof SESServiceException)) return "unknown";
  const status = error.$metadata.httpStatusCode ?? 0;
  return status >= 400 && status < 500 ? "refused" : "unknown";
}
