import { describeError, log } from "../../../shared/log.ts";
import { wasGivenUp } from "../../../shared/runs/crashes.ts";
import { answerOfCall } from "../../../shared/runs/paid-calls.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import type { Slot } from "../../../shared/usage/slot.ts";
import { tellGivenUp } from "../notify/tell-owner.ts";
import { type TellsSpent, tellSpent } from "../notify/tell-spent.ts";
import { spentBy } from "./spent-by.ts";

export type Resolves = TellsSpent & { runs: Pick<RunStore, "apply">; now: () => Date };

/**
 * A reservation that cannot be cancelled now stands through the wait, and the next try finds it made. What must not
 * fail here is the sending of the job: without it the queue would count an outage of the usage table as crashes.
 */
export async function cancelReservation(run: Run, { usage }: Pick<Resolves, "usage">): Promise<void> {
  try {
    await usage.release(slotOf(run));
  } catch (error) {
    log("release_failed", { run_id: run.run_id, ...describeError(error) });
  }
}

/**
 * Resolves what a run at rest has reserved, counting or cancelling it, and says so on the run. Does nothing where that
 * was done.
 * @returns the run as it is then
 */
export async function resolveRest(run: Run, deps: Resolves): Promise<Run> {
  if (wasGivenUp(run)) await tellGivenUp(run, deps);
  if (run.reserved_on === undefined) return run;
  if (run.calls_lost === 0 && answerOfCall(run) === undefined) await deps.usage.release(slotOf(run));
  else await countUsage(run, deps);
  return (await deps.runs.apply(run, { type: "usage_settled" }, deps.now())) ?? run;
}

/** Turns the run's reservation into counted use: the answer, if there is one, and the calls that were lost. */
export async function countUsage(run: Run, deps: TellsSpent): Promise<void> {
  const isBounded = await deps.usage.settle(slotOf(run), spentBy(run));
  if (isBounded) await tellSpent(run, slotOf(run), deps);
}

/** Where the run's reservation stands in usage. */
export function slotOf(run: Run): Slot {
  if (run.reserved_on === undefined) throw new Error("A claimed run names the day of its reservation");
  // A process that still counts what was before the run was reopened must not touch the reservation made after it.
  const runId = run.reopened_at === undefined ? run.run_id : `${run.run_id}/${run.reopened_at}`;
  return { userId: run.user_id, day: run.reserved_on, runId, agentId: run.agent_id };
}
