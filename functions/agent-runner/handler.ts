import { LatchkeyError } from "../../shared/errors.ts";
import { describeError, log } from "../../shared/log.ts";
import type { RunJob } from "../../shared/runs/job-queue.ts";
import { isAtRest, isDue } from "../../shared/runs/ledger.ts";
import type { Run } from "../../shared/runs/run.ts";
import { timeLeft } from "./age.ts";
import { answerMail } from "./answer-mail.ts";
import { backoff } from "./backoff.ts";
import { comeBack } from "./come-back.ts";
import type { Deps, Hold } from "./deps.ts";
import { held } from "./stop.ts";
import { settleRest, stopRun } from "./stop-run.ts";

/**
 * Works one job. What the job says is only where to look: the run's row says how far the mail has come, and the agent's
 * row says whose key answers it.
 * @throws when the ledger itself cannot be reached; the queue then delivers the job again
 */
export async function workJob(job: Pick<RunJob, "user_id" | "run_id">, hold: Hold, deps: Deps): Promise<void> {
  const run = await deps.runs.get(job.user_id, job.run_id);
  if (run === undefined) return log("run_unknown", { run_id: job.run_id });
  if (isAtRest(run)) return lookAtRest(run, hold, deps);
  if (run.state === "sending") return confirmSending(run, deps);
  const givenUp = await deps.runs.apply(run, { type: "crashed" }, deps.now());
  if (givenUp) return settleRest(givenUp, deps);
  const claimed = await deps.runs.apply(run, { type: "claim", holder: hold.holder, until: leaseEnd(hold) }, deps.now());
  if (claimed === undefined) return lookAgain(run, deps);
  // Asked before anything that can fail, so that a run which fails at every try comes to rest as well.
  if (timeLeft(claimed, deps.now()) < 0) return stopRun(claimed, hold, held("too_old"), deps);
  await guarded(claimed, hold, deps);
}

/** Finishes what a run at rest has left to settle, or goes on with one whose limit has begun anew. */
async function lookAtRest(run: Run, hold: Hold, deps: Deps): Promise<void> {
  if (run.reserved_on !== undefined) return settleRest(run, deps);
  const renewed = await deps.runs.apply(run, { type: "renew" }, deps.now());
  if (renewed) await workJob(renewed, hold, deps);
}

/** A lease outlives the process that holds it, so nobody takes over from a process that still runs. */
function leaseEnd(hold: Hold): string {
  return new Date(hold.deadline.getTime() + 5_000).toISOString();
}

/** Somebody else works on it or it is not due. This job may be the only one left, so it comes back instead of ending. */
async function lookAgain(run: Run, deps: Deps): Promise<void> {
  const now = await deps.runs.get(run.user_id, run.run_id);
  if (now === undefined || isAtRest(now)) return;
  await comeBack(now, now.next_check_at, deps);
}

async function confirmSending(run: Run, deps: Deps): Promise<void> {
  if (!isDue(run, deps.now())) return lookAgain(run, deps);
  await deps.runs.apply(run, { type: "unconfirmed" }, deps.now());
}

/** Whatever breaks on our side (KMS, S3, a table) is a reason to wait; it is never the mail's fault. */
async function guarded(run: Run, hold: Hold, deps: Deps): Promise<void> {
  try {
    await answerMail(run, hold, deps);
  } catch (error) {
    log("run_interrupted", { run_id: run.run_id, ...describeError(error) });
    const now = await deps.runs.get(run.user_id, run.run_id);
    if (now?.lease?.holder !== hold.holder) {
      // The ledger has let go of the run, and the job that should come back for it may not have been sent: this one does.
      if (now !== undefined && needsAnother(now)) throw error;
      return;
    }
    const why = error instanceof LatchkeyError ? error.code : "interrupted";
    await stopRun(now, hold, { stop: "wait", seconds: backoff(now.attempts), why }, deps);
  }
}

/** True for a run that is not at rest, or whose reservation is still to be settled. */
function needsAnother(run: Run): boolean {
  return !isAtRest(run) || run.reserved_on !== undefined;
}
