import type { Config } from "../../shared/ai-configs/config.ts";
import type { Provider } from "../../shared/api/fields.ts";
import type { LatchkeyError } from "../../shared/errors.ts";
import { handlingOf } from "../../shared/providers/handling.ts";
import type { Run } from "../../shared/runs/run.ts";
import type { Deps } from "./deps.ts";

type Tells = Pick<Deps, "notices" | "now">;

/**
 * Tells the owner that a key has stopped to work, when that is first seen of it: `config` is the row as it was before.
 * A key that runs out of credit again is told again, on another day.
 */
export async function tellKeyFailed(config: Config, status: Config["status"], deps: Tells): Promise<void> {
  if (config.status === status || (status !== "rejected" && status !== "no_credit")) return;
  const { user_id, provider, key_fingerprint } = config;
  const episode = `${key_fingerprint}:${status}:${dayOf(deps.now().toISOString())}`;
  await deps.notices.tell({ kind: "key_failed", user_id, provider, status, episode });
}

/** An outage that is shorter ends before its owner could do anything about it. */
const LONG_MS = 60 * 60_000;

/** Tells the owner of a run that must wait once more that its provider has been down for long. */
export async function tellOutage(run: Run, provider: Provider, error: LatchkeyError, deps: Tells): Promise<void> {
  if (!handlingOf(error)?.outage) return;
  const since = waitingSince(run);
  if (since === undefined || deps.now().getTime() - Date.parse(since) <= LONG_MS) return;
  const episode = `${provider}:${dayOf(since)}`;
  await deps.notices.tell({ kind: "outage", user_id: run.user_id, provider, since, episode });
}

const OUTAGE_WAIT = /^wait:(provider_down|timeout|connection_lost)$/;

/** When the run's unbroken row of waits for a provider that is down began; its timeline holds the last ten. */
function waitingSince({ timeline }: Run): string | undefined {
  const waits = timeline.filter(({ event }) => event.startsWith("wait:"));
  const other = waits.findLastIndex(({ event }) => !OUTAGE_WAIT.test(event));
  return waits[other + 1]?.at;
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}
