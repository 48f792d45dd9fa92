import * as z from "zod/mini";

/**
 * `pending`: our TXT record was not seen often enough yet. `proven`: this owner holds the domain. `lost`: they held it, and
 * the record has been gone for longer than the grace time. `taken`: the record is there, and another owner holds the
 * domain. `elsewhere`: the operators of the stack use the domain themselves. `expired`: nobody set the record for weeks.
 */
export const DOMAIN_STATES = ["pending", "proven", "lost", "taken", "elsewhere", "expired"] as const;

/** What DNS said about one record. `unsure`: no name server answered, or they disagree. */
export const FINDINGS = ["unchecked", "found", "missing", "wrong", "unsure"] as const;
export type Finding = (typeof FINDINGS)[number];

const seenRecord = z.object({ id: z.string(), finding: z.enum(FINDINGS), found: z.array(z.string()) });
export type SeenRecord = z.infer<typeof seenRecord>;

/** What SES says about the domain's DKIM. `none`: SES has no identity yet. */
const SIGNINGS = ["none", "pending", "verified", "failed"] as const;

/** One owner's claim of one domain. Two owners may claim the same domain, each with a token of their own. */
export const domainRow = z.object({
  user_id: z.string(),
  /** In lower case, without a dot at its end, in ASCII (RFC 5891). */
  domain: z.string(),
  /** Random, and new for each claim, so that what is left of an earlier claim is not taken for this one's. */
  claim_id: z.string(),
  /** What the owner puts into DNS. */
  token: z.string(),
  state: z.enum(DOMAIN_STATES),
  /** Checks in a row, far enough apart, that saw the token. */
  sightings: z._default(z.number(), 0),
  counted_at: z.optional(z.string()),
  last_seen_at: z.optional(z.string()),
  /** The first of the checks in a row that did not see it, and how many those are. */
  absent_since: z.optional(z.string()),
  absences: z._default(z.number(), 0),
  proven_at: z.optional(z.string()),
  dkim_tokens: z._default(z.array(z.string()), []),
  signing: z._default(z.enum(SIGNINGS), "none"),
  /** Since when SES has been waiting for the DKIM records. */
  signing_since: z.optional(z.string()),
  can_send: z._default(z.boolean(), false),
  can_receive: z._default(z.boolean(), false),
  /** The agent that gets mails to addresses that no agent has. */
  catch_all_agent: z._default(z.nullable(z.string()), null),
  seen: z._default(z.array(seenRecord), []),
  checks: z._default(z.number(), 0),
  checked_at: z.optional(z.string()),
  /** The owner has removed the domain. What is left of it is taken away by whoever finds the row. */
  removing_at: z.optional(z.string()),
  created_at: z.string(),
  /** All rows are in one partition of the index: there are at most a few for each owner. */
  check_shard: z._default(z.literal("0"), "0"),
  next_check_at: z.string(),
});
export type DomainRow = z.infer<typeof domainRow>;

/** Which owner holds a domain: one row for each domain, whoever has claimed it. */
export const holderRow = z.object({
  domain: z.string(),
  user_id: z.string(),
  claim_id: z.string(),
  since: z.string(),
  /** Replies may leave from addresses on it. */
  can_send: z.boolean(),
  /** Set while the proof is gone for longer than the grace time. Another owner who proves the domain then gets it. */
  lost_at: z.optional(z.string()),
  catch_all_agent: z._default(z.nullable(z.string()), null),
});
export type Holder = z.infer<typeof holderRow>;
