/** What an owner does that takes away why mails are held: they go back to work unasked. */
export const MENDS = ["key", "settings", "limits"] as const;
export type Mended = (typeof MENDS)[number];

/** What puts a held mail back to work unasked: an owner's doing, or the next day or month of the limit that held it (UTC). */
export type Resolver = Mended | "day" | "month";

/** A button beside a held mail: to the page where the cause is mended, or one that unblocks the correspondent. */
export type Fix = { label: string; page: "keys" | "account" | "agent" } | "unblock";

/** What the web app offers for a held mail. */
export type Help = {
  fix?: Fix;
  /** What happens by itself, or what to look at first. */
  note?: string;
  /** Whether trying again may help. Where it is the mail's own fault, it comes to the same end. */
  retry: boolean;
  /** What a further try may do that the owner does not expect; asked about before. */
  warning?: string;
};

type Common = {
  /** What the agent's owner reads. */
  owner: string;
  /** What the operators of a stack look at when many mails rest for it; null where it is their owners' affair alone. */
  operator: string | null;
};

/** A mail that waits for its owner. */
export type HeldReason = Common & {
  resolvedBy: readonly Resolver[];
  help: Help;
  /** True where a person may have written it, and the owner's word is enough to have it answered. */
  doubt?: true;
};

/** A mail that does not wait: what its owner should know before having it answered, or why nobody's word has it answered. */
export type SkippedReason = Common & { skipped: { note: string } | { never: string } };

/** Why a mail rests without an answer: all that is said and done about it, in one row. */
export type Reason = HeldReason | SkippedReason;
