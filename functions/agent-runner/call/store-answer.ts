import type { Agent } from "../../../shared/agents/agent.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { DraftReason } from "../../../shared/runs/draft-reason.ts";
import type { Answer, Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import type { Lease } from "../stop/lease.ts";

const PAUSE_MS = 500;
/** The time that must be left to record that the answer could not be stored. */
const LAST_MS = 5_000;

/**
 * Stores an answer that is already paid for. If the table fails, it tries again for as long as the invocation lasts,
 * because giving up would mean to ask and pay a second time.
 * @returns undefined if another process took the run over
 */
export async function storeAnswer(
  calling: Run,
  answer: Answer,
  { mode, draft }: Pick<Agent, "mode"> & { draft?: DraftReason | undefined },
  lease: Lease,
  deps: { runs: RunStore; now: () => Date },
): Promise<Run | undefined> {
  const { holder } = lease;
  for (;;) {
    try {
      const answered = await deps.runs.apply(calling, { type: "answered", holder, answer, mode, draft }, deps.now());
      if (answered) return answered;
      // An earlier try may have succeeded without telling us.
      const stored = await deps.runs.get(calling.user_id, calling.run_id);
      return stored?.state === "generated" && stored.lease?.holder === holder ? stored : undefined;
    } catch (error) {
      if (lease.deadline.getTime() - deps.now().getTime() < LAST_MS) throw error;
      log("answer_not_stored", { run_id: calling.run_id, ...describeError(error) });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
