import type { Agent } from "../../shared/agents/agent.ts";
import type { Mended } from "../../shared/reasons/reason.ts";
import type { ReleaseJob } from "../../shared/runs/job-queue.ts";
import { isMendedBy } from "../../shared/runs/reasons.ts";
import type { RunKey } from "../../shared/runs/run-store.ts";
import { MAX_AGE_MS } from "./age.ts";
import { configFor, type Terms } from "./choose-payer.ts";
import type { Deps } from "./deps.ts";
import { isReplaced } from "./replaced.ts";
import type { Stop } from "./stop.ts";
import { platformPayer } from "./without-key.ts";

/** Runs that one job looks at: some seconds of work. A further job goes on where it ends. */
const LOOKED_AT = 200;

/** What of an owner's doings changes the terms of a call. */
const TERMS: readonly Mended[] = ["key", "settings"];

/**
 * Puts back to work the owner's mails that were held for what is mended now, where a key may answer for their agent. Each
 * is tried as any other mail, so a limit that is still too low holds it again. A mail older than 48 hours stays with its
 * owner: nobody wants an answer to last week's question without being asked.
 */
export async function release({ user_id: userId, mended, agent_id, after }: ReleaseJob, deps: Deps): Promise<void> {
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
    if (known) await reopen(run, deps);
  }
  if (page.after !== undefined) await deps.jobs.release(userId, { mended, agent_id, after: page.after });
}

async function mayAnswer(userId: string, agentId: string, orPlatform: boolean, deps: Deps): Promise<boolean> {
  const agent = await deps.agents.get(userId, agentId);
  if (!agent?.is_active) return false;
  const config = await configFor(agent, deps);
  if (config === undefined && orPlatform) return (await platformPayer(userId, deps)) !== undefined;
  return config?.status === "active" || config?.status === "unverified";
}

/**
 * Puts a mail back to work that was held on terms which were replaced while it was worked: the job of that change has
 * found it not held yet. Its owner's next change would be needed for the next time, so this does not go round.
 */
export async function releaseIfReplaced(
  run: RunKey,
  stop: Stop,
  agent: Agent,
  terms: Terms | undefined,
  deps: Deps,
): Promise<void> {
  if (stop.stop !== "rest" || !TERMS.some((what) => isMendedBy(what, stop.reason))) return;
  if (await isReplaced(terms, agent, deps)) await reopen(run, deps);
}

/** If this is where it ends, the sweeper finds the run and sends the job. */
async function reopen({ user_id, run_id }: RunKey, deps: Deps): Promise<void> {
  const run = await deps.runs.get(user_id, run_id);
  const released = run && (await deps.runs.apply(run, { type: "release" }, deps.now()));
  if (released) await deps.jobs.send(released);
}
