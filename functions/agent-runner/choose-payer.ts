import type { Agent } from "../../shared/agents/agent.ts";
import type { Config } from "../../shared/ai-configs/config.ts";
import { defaultProvider } from "../../shared/ai-configs/default-config.ts";
import type { Provider } from "../../shared/providers/registry.ts";
import type { Run } from "../../shared/runs/run.ts";
import type { Secret } from "../../shared/secret.ts";
import { knownFailure } from "./breaker.ts";
import type { Deps } from "./deps.ts";
import { openKey } from "./open-key.ts";

/** A row with its key open, for one call; `fallbackFrom`: the provider that could not answer. */
export type OpenConfig = { paidBy: "owner"; config: Config; key: Secret; fallbackFrom?: Provider };

/** What a call is made on; of the platform's key there is no row. */
export type Terms = Pick<
  Config,
  "provider" | "model_name" | "temperature" | "max_tokens" | "key_fingerprint" | "owner_price"
>;

/** The platform's key, with the mails a month that it answers for one owner. */
export type PlatformPayer = { paidBy: "platform"; config: Terms; key: Secret; mails: number };

/** The row of the agent's owner that answers: the one the agent names, else the owner's default. */
export async function configFor(agent: Agent, deps: Pick<Deps, "configs" | "users">): Promise<Config | undefined> {
  if (agent.provider !== null) return deps.configs.get(agent.user_id, agent.provider);
  const [user, configs] = await Promise.all([deps.users.get(agent.user_id), deps.configs.list(agent.user_id)]);
  const provider = defaultProvider(user?.default_provider, configs);
  return configs.find((config) => config.provider === provider);
}

/** The same owner's row of the provider that the agent names for when the first cannot answer; undefined: none is fit. */
export async function fallbackFor(
  agent: Agent,
  { provider }: Config,
  run: Run,
  deps: Deps,
): Promise<OpenConfig | undefined> {
  if (agent.fallback_provider === null || agent.fallback_provider === provider) return undefined;
  const config = await deps.configs.get(agent.user_id, agent.fallback_provider);
  if (config === undefined || knownFailure(config, run, deps.now())) return undefined;
  const key = await openKey(config, deps);
  return key && { paidBy: "owner", config, key, fallbackFrom: provider };
}
