import { describeError, log } from "../../shared/log.ts";
import { wasGivenUp } from "../../shared/runs/crashes.ts";
import { isAtRest, type RunEvent } from "../../shared/runs/ledger.ts";
import { answerOfCall } from "../../shared/runs/paid-calls.ts";
import type { Run } from "../../shared/runs/run.ts";
import type { Slot } from "../../shared/usage/slot.ts";
import { comeBack, inSeconds } from "./come-back.ts";
import type { Deps, Hold } from "./deps.ts";
import { spentBy } from "./spent.ts";
import type { Stop } from "./stop.ts";
import { tellGivenUp } from "./tell-owner.ts";
import { tellSpent } from "./tell-spent.ts";

/** Writes a stop into the ledger first and into usage second: what comes after can find and finish what is missing. */
export async function stopRun(run: Run, hold: Hold, stop: Stop, deps: Deps): Promise<void> {
  const { holder } = hold;
  const known = run.call_open ? await deps.runs.apply(run, { type: "call_lost", holder }, deps.now()) : run;
  if (known === undefined) return;
  if (stop.stop === "rest") {
    const { state, reason, read } = stop;
    const rested = await deps.runs.apply(known, { type: "rest", holder, state, reason, read }, deps.now());
    if (rested) await settleRest(rested, deps);
    return;
  }
  const until = inSeconds(stop.seconds, deps);
  const event: RunEvent =
    stop.stop === "wait" ? { type: "wait", holder, until, why: stop.why } : { type: "broke_off", holder, until };
  const waiting = await deps.runs.apply(known, event, deps.now());
  if (waiting === undefined) return;
  if (isAtRest(waiting)) return settleRest(waiting, deps);
  // A call whose answer was lost may have been charged: its reservation stays until the run comes to rest.
  if (waiting.state === "received" && waiting.calls_lost === 0) await giveBack(waiting, deps);
  await comeBack(waiting, until, deps);
}

/**
 * A reservation that cannot be given back now stands through the wait, and the next try finds it made. What must not
 * fail here is the sending of the job: without it the queue would count an outage of the usage table as crashes.
 */
async function giveBack(run: Run, deps: Deps): Promise<void> {
  try {
    await deps.usage.release(slotOf(run));
  } catch (error) {
    log("release_failed", { run_id: run.run_id, ...describeError(error) });
  }
}

/** Counts or gives back what a run at rest has reserved, and says so on the run. Does nothing where that was done. */
export async function settleRest(run: Run, deps: Deps): Promise<void> {
  if (wasGivenUp(run)) await tellGivenUp(run, deps);
  if (run.reserved_on === undefined) return;
  if (run.calls_lost === 0 && answerOfCall(run) === undefined) await deps.usage.release(slotOf(run));
  else await settleUsage(run, deps);
  await deps.runs.apply(run, { type: "usage_settled" }, deps.now());
}

/** Turns the run's reservation into counted use: the answer, if there is one, and the calls that were lost. */
export async function settleUsage(run: Run, deps: Deps): Promise<void> {
  const isBounded = await deps.usage.settle(slotOf(run), spentBy(run));
  if (isBounded) await tellSpent(run, slotOf(run), deps);
}

/** Where the run's reservation stands in usage. */
export function slotOf(run: Run): Slot {
  if (run.reserved_on === undefined) throw new Error("A claimed run names the day of its reservation");
  // A process that still settles what was before the owner's word must not touch the reservation made after it.
  const runId = run.reopened_at === undefined ? run.run_id : `${run.run_id}/${run.reopened_at}`;
  return { userId: run.user_id, day: run.reserved_on, runId, agentId: run.agent_id };
}
