import { LatchkeyError } from "../../shared/errors.ts";
import type { Run } from "../../shared/runs/run.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";

/**
 * Writes the owner's word into a held run. Said twice at once, it is heard once.
 * @throws LatchkeyError `not_found`; `conflict` for a run that is not held, or was changed at the same moment
 */
export async function hearOwner(word: "reopen" | "drop", userId: string, runId: string, runs: RunStore): Promise<Run> {
  const run = await runs.get(userId, runId);
  if (run === undefined) throw new LatchkeyError("not_found");
  if (run.state !== "held") {
    throw new LatchkeyError("conflict", { detail: "Only a mail that is held can be tried again or dropped." });
  }
  const heard = await runs.apply(run, { type: word }, new Date());
  // Another word came first, SES's report did, or the runner still counts what the last try has used.
  if (heard === undefined) throw new LatchkeyError("conflict");
  return heard;
}
