import * as z from "zod/mini";
import { provider } from "../providers/provider.ts";

/** A name that the owner chose; long names are cut in the notice. */
const name = z.string();

/**
 * The fields of every notice. It never contains a key, text of a stranger's mail or an address, because it is stored
 * in a queue and sent by mail.
 */
const about = {
  user_id: z.string(),
  /**
   * The event that gets one notice: two notices with the same user, kind and episode are one, whoever sends them and
   * however often. Name the start of an event, not an ongoing state: `sha256 fingerprint:rejected`, `2026-11`,
   * `agent:paused_at`.
   */
  episode: z.string().check(z.minLength(1), z.maxLength(200)),
};

const budget = {
  ...about,
  spent_usd: z.number(),
  budget_usd: z.number(),
  /** The UTC month of the account's budget, `2026-11`, or the UTC day of an agent's budget, `2026-11-23`. */
  period: z.string(),
  /** Set if the budget belongs to one agent. */
  agent_name: z.optional(name),
};

const halt = z.enum([
  "rejected",
  "no_credit",
  "lacks_rights",
  "address_blocked",
  "service_disabled",
  "account_suspended",
]);

/** Everything that owners are notified of by mail. */
export const notice = z.discriminatedUnion("kind", [
  /**
   * The provider refused the stored key, its account has no credit left, or the owner must fix something at the
   * provider.
   */
  z.object({ kind: z.literal("key_failed"), ...about, provider, status: halt }),
  /** A mail arrived for an owner without a stored key. */
  z.object({ kind: z.literal("no_ai_config"), ...about, agent_name: name }),
  z.object({ kind: z.literal("budget_80"), ...budget }),
  z.object({ kind: z.literal("budget_100"), ...budget }),
  /** We switched an agent off because too many recipients marked its answers as spam. */
  z.object({ kind: z.literal("agent_paused"), ...about, agent_name: name, complaints: z.number() }),
  /** We gave up on a mail after processing it failed three times. At most one notice per day and agent. */
  z.object({ kind: z.literal("mail_given_up"), ...about, agent_name: name }),
  /** The provider will shut down a key's model. `ends_on`: a day in UTC. `successor`: the provider's recommendation. */
  z.object({
    kind: z.literal("model_ends"),
    ...about,
    provider,
    model: name,
    ends_on: z.string(),
    successor: z.optional(name),
  }),
  /** The owner has proved a domain of their own, and replies may leave from addresses on it. */
  z.object({ kind: z.literal("domain_proven"), ...about, domain: name }),
  /** They no longer may: the owner's records are gone for longer than the grace time, or SES no longer sees its own. */
  z.object({ kind: z.literal("domain_lost"), ...about, domain: name }),
  /** A provider has been down for long, and mails are waiting for it. `since`: ISO 8601 in UTC. */
  z.object({ kind: z.literal("outage"), ...about, provider, since: z.string() }),
]);
export type Notice = z.infer<typeof notice>;
export type NoticeKind = Notice["kind"];
