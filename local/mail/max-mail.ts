/**
 * SES receives mails of up to 40 MB, headers included.
 * https://docs.aws.amazon.com/ses/latest/dg/quotas.html#quotas-email-receiving
 */
export const MAX_MAIL = 40 * 1024 * 1024;

/** The answer to a larger mail, over SMTP and HTTP. */
export const TOO_LARGE = `The mail is larger than ${MAX_MAIL / 1024 ** 2} MB.`;
