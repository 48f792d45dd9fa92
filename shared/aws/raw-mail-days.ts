/** Long enough to investigate a complaint about an answer. The text that a user reads stays on the run. */
export const RAW_MAIL_DAYS = 90;

/** Where an owner's test mail is stored, beside SES's own objects: `inbound/<SES message id>`. */
export const TEST_MAIL_PREFIX = "inbound/test-";

/**
 * False when the bucket has deleted the mail by its age. Ask this before reading: S3 answers "access denied" for a
 * missing object if the reader may not list the bucket.
 */
export function isRawMailKept(receivedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(receivedAt) < RAW_MAIL_DAYS * 24 * 60 * 60_000;
}
