import { describeError, log } from "../../../shared/log.ts";
import { wasGivenUp } from "../../../shared/runs/crashes.ts";
import { answerOfCall } from "../../../shared/runs/paid-calls.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import type { Slot } from "../../../shared/usage/slot.ts";
import { type NotifiesBudget, notifyBudgetSpent } from "../notify/notify-budget-spent.ts";
import { notifyGivenUp } from "../notify/notify-owner.ts";
import { listSpending } from "./list-spending.ts";

export type Settles = NotifiesBudget & { runs: Pick<RunStore, "apply">; now: () => Date };

/**
 * Cancels the run's reservation before a wait. It never throws: the job must still be sent, or the queue would count an
 * outage of the usage table as crashes. A reservation that could not be cancelled is found and used by the next try.
 */
export async function cancelReservation(run: Run, { usage }: Pick<Settles, "usage">): Promise<void> {
  try {
    await usage.cancel(reservationSlot(run));
  } catch (error) {
    log("release_failed", { run_id: run.run_id, ...describeError(error) });
  }
}

/**
 * Settles the reservation of a run at rest: counts what was used, or cancels it, and then marks the run. Does nothing if
 * the run is marked already.
 * @returns the run afterwards
 */
export async function settleReservation(run: Run, deps: Settles): Promise<Run> {
  if (wasGivenUp(run)) await notifyGivenUp(run, deps);
  if (run.reserved_on === undefined) return run;
  if (run.calls_lost === 0 && answerOfCall(run) === undefined) await deps.usage.cancel(reservationSlot(run));
  else await countUsage(run, deps);
  return (await deps.runs.apply(run, { type: "usage_settled" }, deps.now())) ?? run;
}

/** Replaces the run's reservation by what was used: by its answer, if there is one, and by lost calls. */
export async function countUsage(run: Run, deps: NotifiesBudget): Promise<void> {
  const isBounded = await deps.usage.settle(reservationSlot(run), listSpending(run));
  if (isBounded) await notifyBudgetSpent(run, reservationSlot(run), deps);
}

/** Where the usage table stores the run's reservation. */
export function reservationSlot(run: Run): Slot {
  if (run.reserved_on === undefined) throw new Error("A claimed run names the day of its reservation");
  // A process that still counts for the run as it was before it was reopened must not touch the new reservation.
  const runId = run.reopened_at === undefined ? run.run_id : `${run.run_id}/${run.reopened_at}`;
  return { userId: run.user_id, day: run.reserved_on, runId, agentId: run.agent_id };
}
