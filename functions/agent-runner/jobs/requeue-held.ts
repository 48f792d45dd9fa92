import type { Agent } from "../../../shared/agents/agent.ts";
import type { AgentStore } from "../../../shared/agents/agent-store.ts";
import type { OwnerResolver } from "../../../shared/reasons/reason.ts";
import type { JobQueue, RequeueHeldJob } from "../../../shared/runs/job-queue.ts";
import { isResolvedBy } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunKey, RunStore } from "../../../shared/runs/run-store.ts";
import { MAX_AGE_MS } from "../limits/age.ts";
import { type Chooses, configFor, platformPayer, type Terms } from "../payer/choose-payer.ts";
import { type ReadsOwner, readOwner } from "../payer/owner-rows.ts";
import { isReplaced } from "../payer/replaced.ts";
import type { Stop } from "../stop/stop.ts";

type Uses = Chooses & ReadsOwner & { agents: AgentStore; runs: RunStore; jobs: JobQueue; now: () => Date };

/** How many runs one job reads, which takes some seconds. The next job continues after them. */
const PAGE_SIZE = 200;

/** The owner's changes that also change the terms of a call. */
const TERMS: readonly OwnerResolver[] = ["key", "settings"];

/**
 * Requeues the owner's mails that are held for the resolved cause, if a key may answer for their agent. Each is worked
 * like any other mail, so a limit that is still too low holds it again. A mail older than 48 hours stays on hold,
 * because its sender may no longer want an answer.
 */
export async function requeueHeld(
  { user_id: userId, mended: resolved, agent_id, after }: RequeueHeldJob,
  deps: Uses,
): Promise<void> {
  const since = new Date(deps.now().getTime() - MAX_AGE_MS);
  const page = await deps.runs.listHeldSince({ userId, since, after, limit: PAGE_SIZE });
  const of = page.runs.filter((run) => agent_id === undefined || run.agent_id === agent_id);
  const usable = new Map<string, boolean>();
  for (const run of of.filter(({ reason }) => isResolvedBy(resolved, reason))) {
    // The platform's key answers for owners without a key. Its quota cannot be raised by the owner.
    const isFree = run.reason === "no_ai_config" || run.reason === "owner_address_unproved";
    const name = `${run.agent_id}:${isFree}`;
    const known = usable.get(name) ?? (await mayAnswer(userId, run.agent_id, isFree || resolved === "limits", deps));
    usable.set(name, known);
    if (known) await requeue(run, deps);
  }
  if (page.after !== undefined) await deps.jobs.requeueHeld(userId, { resolved, agent_id, after: page.after });
}

async function mayAnswer(userId: string, agentId: string, orPlatform: boolean, deps: Uses): Promise<boolean> {
  const [agent, owner] = await Promise.all([deps.agents.get(userId, agentId), readOwner(userId, deps)]);
  if (!agent?.is_active) return false;
  const config = configFor(agent, owner);
  if (config === undefined && orPlatform) return (await platformPayer(owner, deps)) !== undefined;
  return config?.status === "active" || config?.status === "unverified";
}

/**
 * Requeues a mail that was held on terms which its owner replaced while it was being worked. The job of that change came
 * too early and did not find it on hold. This cannot loop, because each round needs another change by the owner.
 * @returns the requeued run; undefined if it stays on hold
 */
export async function requeueIfReplaced(
  { run, agent, terms }: { run: RunKey; agent: Agent; terms?: Terms | undefined },
  stop: Stop,
  deps: Uses,
): Promise<Run | undefined> {
  if (stop.stop !== "rest" || !TERMS.some((what) => isResolvedBy(what, stop.reason))) return undefined;
  // A summary's address is checked before its terms are chosen, so the terms say nothing about it.
  const isResolved =
    stop.reason === "owner_address_unproved" ? await isProved(run.user_id, deps) : await isReplaced(terms, agent, deps);
  return isResolved ? requeue(run, deps) : undefined;
}

async function isProved(userId: string, { users }: Pick<Uses, "users">): Promise<boolean> {
  return (await users.get(userId))?.email_verified_at !== undefined;
}

/** If the process dies between the two writes, the sweeper finds the run and sends its job. */
async function requeue({ user_id, run_id }: RunKey, deps: Uses): Promise<Run | undefined> {
  const run = await deps.runs.get(user_id, run_id);
  const requeued = run && (await deps.runs.apply(run, { type: "release" }, deps.now()));
  if (requeued) await deps.jobs.send(requeued);
  return requeued;
}
