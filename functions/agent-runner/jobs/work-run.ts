import type { Agent } from "../../../shared/agents/agent.ts";
import { LatchkeyError } from "../../../shared/errors.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { Mailbox } from "../../../shared/mailboxes/mailbox.ts";
import type { RunJob } from "../../../shared/runs/job-queue.ts";
import { isAtRest, isDue } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunKey } from "../../../shared/runs/run-store.ts";
import { stepsFor } from "../agent-types.ts";
import type { Deps } from "../deps.ts";
import { remainingWaitMs } from "../limits/age.ts";
import { type OwnerRows, readOwner } from "../payer/owner-rows.ts";
import { type Lease, leaseEnd } from "../stop/lease.ts";
import { requeueAt } from "../stop/requeue.ts";
import { settleReservation } from "../stop/reservation.ts";
import { backoff, hold } from "../stop/stop.ts";
import { stopRun } from "../stop/stop-run.ts";
import { requeueIfReplaced } from "./requeue-held.ts";

/**
 * Works one job. The job only names the run: the run's row says how far the mail has come, and the agent's row says
 * whose key answers it.
 * @returns the run afterwards; undefined if another process works on it or it does not exist
 * @throws if the ledger cannot be reached; the queue then delivers the job again
 */
export async function workRun(
  { user_id, run_id, agent_id }: RunKey & Pick<RunJob, "agent_id">,
  lease: Lease,
  deps: Deps,
): Promise<Run | undefined> {
  const [run, known] = await Promise.all([
    deps.runs.get(user_id, run_id),
    agent_id === undefined ? undefined : readAgent({ user_id, agent_id }, deps),
  ]);
  if (run === undefined) return void log("run_unknown", { run_id });
  if (isAtRest(run)) return workRested(run, lease, deps);
  if (run.state === "sending") return confirmSending(run, deps);
  const givenUp = await deps.runs.apply(run, { type: "crashed" }, deps.now());
  if (givenUp) return settleReservation(givenUp, deps);
  const claim = { type: "claim", holder: lease.holder, until: leaseEnd(lease).toISOString() } as const;
  const claimed = await deps.runs.apply(run, claim, deps.now());
  if (claimed === undefined) return requeueUnclaimed(run, deps);
  // Checked before anything that can fail, so that a run which fails at every try comes to rest too.
  if (remainingWaitMs(claimed, deps.now()) < 0) return stopRun(claimed, lease, hold("too_old"), deps);
  const about = known?.agent?.agent_id === claimed.agent_id ? known : undefined;
  return takeStepsOrWait(claimed, about, lease, deps);
}

/** The agent with what its owner has stored, read by one call. */
type About = { agent: Agent | undefined; owner: OwnerRows; mailboxes: Mailbox[] };

async function readAgent({ user_id, agent_id }: Pick<Run, "user_id" | "agent_id">, deps: Deps): Promise<About> {
  const [agent, owner, mailboxes] = await Promise.all([
    deps.agents.get(user_id, agent_id),
    readOwner(user_id, deps),
    deps.mailboxes.list(user_id, agent_id),
  ]);
  return { agent, owner, mailboxes };
}

/** Settles the reservation of a run at rest, or resumes a run whose limit has renewed. */
async function workRested(run: Run, lease: Lease, deps: Deps): Promise<Run | undefined> {
  if (run.reserved_on !== undefined) return settleReservation(run, deps);
  const renewed = await deps.runs.apply(run, { type: "renew" }, deps.now());
  return renewed === undefined ? run : workRun(renewed, lease, deps);
}

/** Another process has the lease, or the run is not due. The job is sent again, because it may be the only one left. */
async function requeueUnclaimed(run: Run, deps: Deps): Promise<undefined> {
  const now = await deps.runs.get(run.user_id, run.run_id);
  if (now === undefined || isAtRest(now)) return;
  await requeueAt(now, now.next_check_at, deps);
}

async function confirmSending(run: Run, deps: Deps): Promise<Run | undefined> {
  if (!isDue(run, deps.now())) return requeueUnclaimed(run, deps);
  return deps.runs.apply(run, { type: "unconfirmed" }, deps.now());
}

/** After a failure on our side (KMS, S3, a table) the run waits: such a failure is never the mail's fault. */
async function takeStepsOrWait(run: Run, about: About | undefined, lease: Lease, deps: Deps): Promise<Run | undefined> {
  try {
    return await takeSteps(run, about ?? (await readAgent(run, deps)), lease, deps);
  } catch (error) {
    log("run_interrupted", { run_id: run.run_id, ...describeError(error) });
    const now = await deps.runs.get(run.user_id, run.run_id);
    if (now?.lease?.holder !== lease.holder) {
      // The lease is gone and the next job may not have been sent, so the queue delivers this one again.
      if (now !== undefined && needsAnotherJob(now)) throw error;
      return now;
    }
    const why = error instanceof LatchkeyError ? error.code : "interrupted";
    return stopRun(now, lease, { stop: "wait", seconds: backoff(now.attempts), why }, deps);
  }
}

/** Takes a claimed run through the steps of its agent's type, until it is replied to, at rest, or waiting. */
async function takeSteps(
  run: Run,
  { agent, owner, mailboxes }: About,
  lease: Lease,
  deps: Deps,
): Promise<Run | undefined> {
  if (agent === undefined) return stopRun(run, lease, hold("agent_deleted"), deps);
  const begin = { run, agent, owner, mailboxes, lease };
  const { context, stop } = await stepsFor(agent, run).run(begin, deps);
  if (stop === undefined) return context.run;
  const known = { ...begin, ...context, ...(stop.run && { run: stop.run }) };
  const stopped = await stopRun(known.run, lease, stop, deps);
  return (await requeueIfReplaced(known, stop, deps)) ?? stopped;
}

/** True for a run that is not at rest or whose reservation is not settled. */
function needsAnotherJob(run: Run): boolean {
  return !isAtRest(run) || run.reserved_on !== undefined;
}
