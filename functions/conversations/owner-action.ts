import { isRawMailKept } from "../../shared/aws/raw-mail-days.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Caller } from "../../shared/http/handlers.ts";
import { MAX_EARLIER, mayReopen } from "../../shared/runs/ledger.ts";
import { explainUnanswerable } from "../../shared/runs/reasons.ts";
import type { Run } from "../../shared/runs/run.ts";
import type { RunEvent } from "../../shared/runs/run-event.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";

import { isOfToken } from "../../shared/tokens/is-of-token.ts";

/**
 * The actions that an owner can take on a run at rest, and the states that allow each. The ledger decides in the end.
 */
const ACTIONS = {
  reopen: { of: ["held", "skipped"], refusal: "Only a mail that is held or was skipped can be tried again." },
  drop: { of: ["held", "drafted"], refusal: "Only a mail that is held or drafted can be dropped." },
  approve: { of: ["drafted"], refusal: "Only a draft can be sent." },
  edit: { of: ["drafted"], refusal: "Only a draft can be changed." },
  regenerate: {
    of: ["held", "drafted"],
    refusal: "Only a draft, or a held mail that has an answer, can get another answer.",
  },
} as const satisfies Record<string, { of: Run["state"][]; refusal: string }>;

const CHANGED_SINCE = "This mail has changed since you read it. Read it again.";

export type OwnerAction = Extract<RunEvent, { type: keyof typeof ACTIONS }>;

/**
 * Applies the owner's action to a run at rest. Two identical requests at the same time take effect once.
 * @param seen the run's `updated_at` as the owner has read it, where that was said
 * @throws LatchkeyError `not_found`; `conflict` for a run in another state, or one that was changed at the same moment
 */
export async function applyOwnerAction(
  action: OwnerAction,
  user: Caller,
  runId: string,
  { runs, now }: { runs: RunStore; now: () => Date },
  seen?: string,
): Promise<Run> {
  const run = await runs.get(user.id, runId);
  if (run === undefined || !isOfToken(user, run.agent_id)) throw new LatchkeyError("not_found");
  const detail = refusalOf(action, run, now());
  if (detail !== undefined) throw new LatchkeyError("conflict", { detail });
  // The write below is refused where the run is not as it was read here, so nothing can come in between.
  if (seen !== undefined && seen !== run.updated_at) throw new LatchkeyError("conflict", { detail: CHANGED_SINCE });
  const changed = await runs.apply(run, action, now());
  // Another action or SES's report came first, or the runner is still counting the use of the last try.
  if (changed === undefined) throw new LatchkeyError("conflict");
  return changed;
}

function refusalOf({ type }: OwnerAction, run: Run, now: Date): string | undefined {
  const { of, refusal } = ACTIONS[type];
  const states: readonly string[] = of;
  if (!states.includes(run.state)) return refusal;
  if (type === "reopen") return whyNotReopen(run, now);
  if (type !== "regenerate") return undefined;
  if (run.answer === undefined) return refusal;
  if (run.reason === "may_have_been_sent") return "The answer may have left already. Send it again, or drop the mail.";
  if ((run.earlier?.length ?? 0) >= MAX_EARLIER) return "This mail has reached the limit of answers.";
  return undefined;
}

function whyNotReopen(run: Run, now: Date): string | undefined {
  const { state, reason, answer, received_at } = run;
  if (answer === undefined && !isRawMailKept(received_at, now)) {
    return "The mail itself is no longer stored, so no agent can read it.";
  }
  if (state !== "skipped" || run.reserved_on !== undefined || mayReopen(run)) return undefined;
  return explainUnanswerable(reason) ?? "An answer to this mail may have left before you dropped it.";
}
