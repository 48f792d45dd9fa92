/** What an owner can change so that mails on hold are requeued automatically. */
export const OWNER_RESOLVERS = ["key", "settings", "limits", "domain", "hours"] as const;
export type OwnerResolver = (typeof OWNER_RESOLVERS)[number];

/**
 * What requeues a held mail automatically: a change by its owner, or a new UTC day or month for the limit that held it.
 * `hours` is both: office hours that begin, and an owner who changes them.
 */
export type Resolver = OwnerResolver | "day" | "month";

/** A button beside a held mail. It leads to the page where the cause is resolved, or unblocks the correspondent. */
export type Fix = { label: string; page: "keys" | "account" | "agent" | "domains" } | "unblock";

/** What the web app offers for a held mail. */
export type Help = {
  fix?: Fix;
  /** What happens automatically, or what to look at first. */
  note?: string;
  /** False if the mail itself is the cause, so that another try ends the same way. */
  retry: boolean;
  /** A side effect of another try that the owner must confirm first. */
  warning?: string;
};

type Common = {
  /** What the agent's owner reads. */
  owner: string;
  /** What operators check when many mails are held for this reason. Null if only the owner can do something. */
  operator: string | null;
};

/** A mail that waits for its owner. */
export type HeldReason = Common & {
  resolvedBy: readonly Resolver[];
  help: Help;
  /** True if a person may have written the mail. It is answered when the owner asks for it. */
  doubt?: true;
};

/** A mail that does not wait. `note`: what the owner should know before reopening it. `never`: why it cannot be reopened. */
export type SkippedReason = Common & { skipped: { note: string } | { never: string } };

/** Why a mail is at rest without an answer, with everything that Latchkey says and does about it. */
export type Reason = HeldReason | SkippedReason;
