import * as z from "zod/mini";
import { provider } from "../providers/provider.ts";

/** A name that its owner gave; long ones are cut where it is told. */
const name = z.string();

/**
 * What every notice says. No key, no text of a stranger's mail and no address is part of one: it stands in a queue, and
 * goes out by mail.
 */
const about = {
  user_id: z.string(),
  /**
   * What it is told once for: two notices of one user and kind with the same episode are one notice, whoever sends them
   * and however often. Name what began, not what goes on: `sha256 fingerprint:rejected`, `2026-11`, `agent:paused_at`.
   */
  episode: z.string().check(z.minLength(1), z.maxLength(200)),
};

const budget = {
  ...about,
  spent_usd: z.number(),
  budget_usd: z.number(),
  /** The UTC month of the account's budget, `2026-11`, or the UTC day of an agent's, `2026-11-23`. */
  period: z.string(),
  /** Set where the budget is one agent's. */
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

/** Everything that an owner is told by mail. */
export const notice = z.discriminatedUnion("kind", [
  /** The provider refused the stored key itself, or its account has no credit left, or its owner must settle something there. */
  z.object({ kind: z.literal("key_failed"), ...about, provider, status: halt }),
  /** A mail came for somebody who has stored no key. */
  z.object({ kind: z.literal("no_ai_config"), ...about, agent_name: name }),
  z.object({ kind: z.literal("budget_80"), ...budget }),
  z.object({ kind: z.literal("budget_100"), ...budget }),
  /** We switched an agent off, because too many of its receivers called its answers spam. */
  z.object({ kind: z.literal("agent_paused"), ...about, agent_name: name, complaints: z.number() }),
  /** We have stopped trying to work on a mail, since that broke down three times. Told once a day and agent. */
  z.object({ kind: z.literal("mail_given_up"), ...about, agent_name: name }),
  /** The provider ends the model of a key. `ends_on`: a day in UTC. `successor`: what the provider recommends. */
  z.object({
    kind: z.literal("model_ends"),
    ...about,
    provider,
    model: name,
    ends_on: z.string(),
    successor: z.optional(name),
  }),
  /** A provider has been down for long, and mails wait for it. `since`: ISO 8601 in UTC. */
  z.object({ kind: z.literal("outage"), ...about, provider, since: z.string() }),
]);
export type Notice = z.infer<typeof notice>;
export type NoticeKind = Notice["kind"];
