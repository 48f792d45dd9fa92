import * as z from "zod";

/** The state of an SES account, which a test may change: `PUT /_local/ses`. */
export const sesAccount = z.strictObject({
  /** A new account's state: it sends only to identities that were verified. */
  sandbox: z.boolean().default(false),
  /** AWS or the team has paused all sending of the account. */
  sending_paused: z.boolean().default(false),
  /** The sending quota of 24 hours is used up. */
  quota_used: z.boolean().default(false),
  /** Addresses and domains, in addition to the mail domain, that are verified as recipients in the sandbox. */
  verified: z.array(z.string().toLowerCase()).default([]),
});
export type SesAccount = z.infer<typeof sesAccount>;
