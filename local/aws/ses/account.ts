import * as z from "zod";

/** What an operator sees of an SES account, and a test may change: `PUT /_local/ses`. */
export const sesAccount = z.strictObject({
  /** A new account's state: it sends only to identities that were verified. */
  sandbox: z.boolean().default(false),
  /** AWS, or the team, has stopped all sending of the account. */
  sending_paused: z.boolean().default(false),
  /** Mails that may leave in 24 hours are used up. */
  quota_used: z.boolean().default(false),
  /** Addresses and domains, beside the mail domain, that were verified as recipients for the sandbox. */
  verified: z.array(z.string().toLowerCase()).default([]),
});
export type SesAccount = z.infer<typeof sesAccount>;
