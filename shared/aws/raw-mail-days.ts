/** Long enough to look into a complaint about an answer. What a user reads of a mail stays on its run. */
export const RAW_MAIL_DAYS = 90;

/** Where a mail is put that its owner wrote as a test, beside those of SES: `inbound/<SES message id>`. */
export const TEST_MAIL_PREFIX = "inbound/test-";

/**
 * False when the mail's time in the bucket is over. It must be asked first: to a reader who may not list the bucket, S3
 * says "access denied" of an object that is gone.
 */
export function isRawMailKept(receivedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(receivedAt) < RAW_MAIL_DAYS * 24 * 60 * 60_000;
}
