import type { Agent } from "../../../shared/agents/agent.ts";
import type { AgentStore } from "../../../shared/agents/agent-store.ts";
import type { Mended } from "../../../shared/reasons/reason.ts";
import type { JobQueue, ReleaseJob } from "../../../shared/runs/job-queue.ts";
import { isMendedBy } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunKey, RunStore } from "../../../shared/runs/run-store.ts";
import { MAX_AGE_MS } from "../limits/age.ts";
import { type Chooses, configFor, platformPayer, type Terms } from "../payer/choose-payer.ts";
import { isReplaced } from "../payer/replaced.ts";
import type { Stop } from "../stop/stop.ts";

type Uses = Chooses & { agents: AgentStore; runs: RunStore; jobs: JobQueue; now: () => Date };

/** Runs that one job looks at: some seconds of work. A further job goes on where it ends. */
const LOOKED_AT = 200;

/** What of an owner's doings changes the terms of a call. */
const TERMS: readonly Mended[] = ["key", "settings"];

/**
 * Puts back to work the owner's mails that were held for what is mended now, where a key may answer for their agent. Each
 * is tried as any other mail, so a limit that is still too low holds it again. A mail older than 48 hours stays with its
 * owner: nobody wants an answer to last week's question without being asked.
 */
export async function requeueHeld({ user_id: userId, mended, agent_id, after }: ReleaseJob, deps: Uses): Promise<void> {
  const since = new Date(deps.now().getTime() - MAX_AGE_MS);
  const page = await deps.runs.heldSince({ userId, since, after, limit: LOOKED_AT });
  const of = page.runs.filter((run) => agent_id === undefined || run.agent_id === agent_id);
  const usable = new Map<string, boolean>();
  for (const run of of.filter(({ reason }) => isMendedBy(mended, reason))) {
    // The platform's key answers where there is none; its quota is not what anybody mends.
    const isFree = run.reason === "no_ai_config";
    const name = `${run.agent_id}:${isFree}`;
    const known = usable.get(name) ?? (await mayAnswer(userId, run.agent_id, isFree || mended === "limits", deps));
    usable.set(name, known);
    if (known) await requeue(run, deps);
  }
  if (page.after !== undefined) await deps.jobs.release(userId, { mended, agent_id, after: page.after });
}

async function mayAnswer(userId: string, agentId: string, orPlatform: boolean, deps: Uses): Promise<boolean> {
  const agent = await deps.agents.get(userId, agentId);
  if (!agent?.is_active) return false;
  const config = await configFor(agent, deps);
  if (config === undefined && orPlatform) return (await platformPayer(userId, deps)) !== undefined;
  return config?.status === "active" || config?.status === "unverified";
}

/**
 * Puts a mail back to work that was held on terms which were replaced while it was worked: the job of that change has
 * found it not held yet. Its owner's next change would be needed for the next time, so this does not go round.
 * @returns the run as it is then; undefined where it stays as it was stopped
 */
export async function requeueIfReplaced(
  { run, agent, terms }: { run: RunKey; agent: Agent; terms?: Terms | undefined },
  stop: Stop,
  deps: Uses,
): Promise<Run | undefined> {
  if (stop.stop !== "rest" || !TERMS.some((what) => isMendedBy(what, stop.reason))) return undefined;
  // What was found out before anybody chose a key lies in no key: looking for a change of it would go round for ever.
  if (terms === undefined && stop.reason !== "no_ai_config") return undefined;
  return (await isReplaced(terms, agent, deps)) ? requeue(run, deps) : undefined;
}

/** If this is where it ends, the sweeper finds the run and sends the job. */
async function requeue({ user_id, run_id }: RunKey, deps: Uses): Promise<Run | undefined> {
  const run = await deps.runs.get(user_id, run_id);
  const requeued = run && (await deps.runs.apply(run, { type: "release" }, deps.now()));
  if (requeued) await deps.jobs.send(requeued);
  return requeued;
}
