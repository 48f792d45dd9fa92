import type { AgentStore } from "../../../shared/agents/agent-store.ts";
import type { Config } from "../../../shared/ai-configs/config.ts";
import type { LatchkeyError } from "../../../shared/errors.ts";
import type { NoticeQueue } from "../../../shared/notices/notice-queue.ts";
import { handlingOf, isHaltedStatus } from "../../../shared/providers/handling.ts";
import type { Run } from "../../../shared/runs/run.ts";

type Notifies = { notices: Pick<NoticeQueue, "enqueue">; now: () => Date };

/**
 * Notifies the owner that a key has stopped working. `config` is the row before that was known. A key that runs out of
 * credit again on another day sends another notice.
 */
export async function notifyKeyFailed(config: Config, status: Config["status"], deps: Notifies): Promise<void> {
  if (config.status === status || !isHaltedStatus(status)) return;
  const { user_id, provider, key_fingerprint } = config;
  const episode = `${key_fingerprint}:${status}:${dayOf(deps.now().toISOString())}`;
  await deps.notices.enqueue({ kind: "key_failed", user_id, provider, status, episode });
}

/** A shorter outage ends before the owner could do anything about it. */
const LONG_MS = 60 * 60_000;

/**
 * Notifies a key's owner that mails wait because the provider has been down for long. Outages that only the operators
 * can resolve raise an alarm instead.
 */
export async function notifyOutage(config: Config, error: LatchkeyError, deps: Notifies): Promise<void> {
  const { user_id, provider, down_since: since } = config;
  const { outage, acts } = handlingOf(error) ?? {};
  if (!outage || acts === "operator" || since === undefined) return;
  if (deps.now().getTime() - Date.parse(since) <= LONG_MS) return;
  await deps.notices.enqueue({ kind: "outage", user_id, provider, since, episode: `${provider}:${dayOf(since)}` });
}

/** Notifies the owner of the first mail of a day and agent that was given up. Hundreds may follow. */
export async function notifyGivenUp(
  { user_id, agent_id, updated_at }: Run,
  { notices, agents }: Pick<Notifies, "notices"> & { agents: AgentStore },
): Promise<void> {
  const agent = await agents.get(user_id, agent_id);
  if (agent === undefined) return;
  const episode = `${agent_id}:${dayOf(updated_at)}`;
  await notices.enqueue({ kind: "mail_given_up", user_id, agent_name: agent.name, episode });
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}
