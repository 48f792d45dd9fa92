import type { Agent } from "../../../shared/agents/agent.ts";
import type { Config } from "../../../shared/ai-configs/config.ts";
import type { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import type { KeyOpener } from "../../../shared/ai-configs/vault.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { findKnownFailure } from "./breaker.ts";
import type { OpenConfig } from "./choose-payer.ts";
import { openKey } from "./open-key.ts";

/** The owner's row of the agent's fallback provider; undefined if there is none that can be used. */
export async function openFallback(
  agent: Agent,
  { provider }: Config,
  run: Run,
  deps: { configs: ConfigStore; keys: KeyOpener; now: () => Date },
): Promise<OpenConfig | undefined> {
  if (agent.fallback_provider === null || agent.fallback_provider === provider) return undefined;
  const config = await deps.configs.get(agent.user_id, agent.fallback_provider);
  if (config === undefined || findKnownFailure(config, run, deps.now())) return undefined;
  const key = await openKey(config, deps);
  return key && { paidBy: "owner", config, key, fallbackFrom: provider };
}
