import { isAtRest, type RunEvent } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import type { Lease } from "./lease.ts";
import { type Requeues, requeueAt, timeAfter } from "./requeue.ts";
import { cancelReservation, type Settles, settleReservation } from "./reservation.ts";
import type { Stop } from "./stop.ts";

type Uses = Settles & Requeues & { runs: RunStore };

/**
 * Writes a stop into the ledger and then into usage. After a crash in between, the next job finds the run and finishes.
 * @returns the run afterwards; undefined if another process took it over
 */
export async function stopRun(run: Run, { holder }: Lease, stop: Stop, deps: Uses): Promise<Run | undefined> {
  if (stop.stop === "done") return stop.run;
  const known = run.call_open ? await deps.runs.apply(run, { type: "call_lost", holder }, deps.now()) : run;
  if (known === undefined) return undefined;
  if (stop.stop === "rest") {
    const { state, reason, read, opens_at } = stop;
    const rested = await deps.runs.apply(known, { type: "rest", holder, state, reason, read, opens_at }, deps.now());
    return rested && settleReservation(rested, deps);
  }
  const until = timeAfter(stop.seconds, deps);
  const event: RunEvent =
    stop.stop === "wait" ? { type: "wait", holder, until, why: stop.why } : { type: "broke_off", holder, until };
  const waiting = await deps.runs.apply(known, event, deps.now());
  if (waiting === undefined) return undefined;
  if (isAtRest(waiting)) return settleReservation(waiting, deps);
  // A call whose answer was lost may have been charged: its reservation stays until the run comes to rest.
  if (waiting.state === "received" && waiting.calls_lost === 0) await cancelReservation(waiting, deps);
  await requeueAt(waiting, until, deps);
  return waiting;
}
