import { isRawMailKept } from "../../shared/aws/raw-mail-days.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import { MAX_EARLIER, mayReopen } from "../../shared/runs/ledger.ts";
import { unanswerable } from "../../shared/runs/reasons.ts";
import type { Run } from "../../shared/runs/run.ts";
import type { RunEvent } from "../../shared/runs/run-event.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";

/** What an owner can say of a run at rest, and of which runs; the ledger has the last word. */
const WORDS = {
  reopen: { of: ["held", "skipped"], refusal: "Only a mail that is held or was skipped can be tried again." },
  drop: { of: ["held", "drafted"], refusal: "Only a mail that is held or drafted can be dropped." },
  approve: { of: ["drafted"], refusal: "Only a draft can be sent." },
  edit: { of: ["drafted"], refusal: "Only a draft can be changed." },
  regenerate: {
    of: ["held", "drafted"],
    refusal: "Only a draft, or a held mail that has an answer, can be answered anew.",
  },
} as const satisfies Record<string, { of: Run["state"][]; refusal: string }>;

export type OwnersWord = Extract<RunEvent, { type: keyof typeof WORDS }>;

/**
 * Writes the owner's word into a run at rest. Said twice at once, it is heard once.
 * @throws LatchkeyError `not_found`; `conflict` for a run in another state, or one that was changed at the same moment
 */
export async function hearOwner(word: OwnersWord, userId: string, runId: string, runs: RunStore): Promise<Run> {
  const run = await runs.get(userId, runId);
  if (run === undefined) throw new LatchkeyError("not_found");
  const detail = refusalOf(word, run);
  if (detail !== undefined) throw new LatchkeyError("conflict", { detail });
  const heard = await runs.apply(run, word, new Date());
  // Another word came first, SES's report did, or the runner still counts what the last try has used.
  if (heard === undefined) throw new LatchkeyError("conflict");
  return heard;
}

function refusalOf({ type }: OwnersWord, run: Run): string | undefined {
  const { of, refusal } = WORDS[type];
  const states: readonly string[] = of;
  if (!states.includes(run.state)) return refusal;
  if (type === "reopen") return whyNotReopen(run);
  if (type !== "regenerate") return undefined;
  if (run.answer === undefined) return refusal;
  if (run.reason === "may_have_been_sent") return "The answer may have left already. Send it again, or drop the mail.";
  if ((run.earlier?.length ?? 0) >= MAX_EARLIER) return "This mail was answered anew as often as it can be.";
  return undefined;
}

function whyNotReopen(run: Run): string | undefined {
  const { state, reason, answer, received_at } = run;
  if (answer === undefined && !isRawMailKept(received_at, new Date())) {
    return "The mail itself is not kept any more, so no agent can read it.";
  }
  if (state !== "skipped" || run.reserved_on !== undefined || mayReopen(run)) return undefined;
  return unanswerable(reason) ?? "An answer to this mail may have left before you dropped it.";
}
