import type { ReleaseJob } from "../../shared/runs/job-queue.ts";
import { isMendedByAKey } from "../../shared/runs/reasons.ts";
import type { RunKey } from "../../shared/runs/run-store.ts";
import { configFor } from "./choose-payer.ts";
import type { Deps } from "./deps.ts";
import { MAX_AGE_MS } from "./handler.ts";

/** Runs that one job looks at: some seconds of work. A further job goes on where it ends. */
const LOOKED_AT = 200;

/**
 * Puts back to work the owner's mails that were held because a key failed, where their agent's key now may work. A mail
 * older than 48 hours stays with its owner: nobody wants an answer to last week's question without being asked.
 */
export async function release({ user_id: userId, after }: ReleaseJob, deps: Deps): Promise<void> {
  const since = new Date(deps.now().getTime() - MAX_AGE_MS);
  const page = await deps.runs.heldSince({ userId, since, after, limit: LOOKED_AT });
  const usable = new Map<string, boolean>();
  for (const run of page.runs.filter(({ reason }) => isMendedByAKey(reason))) {
    const known = usable.get(run.agent_id) ?? (await hasUsableKey(userId, run.agent_id, deps));
    usable.set(run.agent_id, known);
    if (known) await reopen(run, deps);
  }
  if (page.after !== undefined) await deps.jobs.release(userId, page.after);
}

async function hasUsableKey(userId: string, agentId: string, deps: Deps): Promise<boolean> {
  const agent = await deps.agents.get(userId, agentId);
  if (!agent?.is_active) return false;
  const config = await configFor(agent, deps);
  return config?.status === "active" || config?.status === "unverified";
}

/** If this is where it ends, the sweeper finds the run and sends the job. */
async function reopen({ user_id, run_id }: RunKey, deps: Deps): Promise<void> {
  const run = await deps.runs.get(user_id, run_id);
  const released = run && (await deps.runs.apply(run, { type: "release" }, deps.now()));
  if (released) await deps.jobs.send(released);
}
