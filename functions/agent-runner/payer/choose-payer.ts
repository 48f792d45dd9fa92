import type { Agent } from "../../../shared/agents/agent.ts";
import type { Config } from "../../../shared/ai-configs/config.ts";
import { defaultProvider } from "../../../shared/ai-configs/default-config.ts";
import type { NoticeQueue } from "../../../shared/notices/notice-queue.ts";
import type { Provider } from "../../../shared/providers/registry.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Secret } from "../../../shared/secret.ts";
import { hold, type Stop } from "../stop/stop.ts";
import type { OwnerRows } from "./owner-rows.ts";
import type { PlatformKey } from "./platform-key.ts";

/** A row with its opened key, for one call. `fallbackFrom`: the provider that could not answer. */
export type OpenConfig = { paidBy: "owner"; config: Config; key: Secret; fallbackFrom?: Provider };

/** The terms of a call. The platform's key has no row, so its terms are made here. */
export type Terms = Pick<
  Config,
  "provider" | "model_name" | "temperature" | "max_tokens" | "key_fingerprint" | "owner_price"
>;

/** The platform's key. `mails`: how many mails a month it answers for one owner. */
export type PlatformPayer = { paidBy: "platform"; config: Terms; key: Secret; mails: number };

/** Whose key pays, with the opened key, for one call. */
export type Payer = OpenConfig | PlatformPayer;

/** Whose key pays. An owner's key is still sealed. */
export type Chosen = Omit<OpenConfig, "key"> | PlatformPayer;

/** The settings of the platform's key, because its users have set none. */
const SETTINGS = { temperature: 0.7, max_tokens: 500 };

/** `platform` is undefined if the team pays for nobody. */
export type Chooses = { platform?: PlatformKey | undefined };

/** Chooses whose key pays for the answer, and the terms: the owner's key, or else the platform's. */
export async function choosePayer(
  { agent, owner, read }: { agent: Agent; owner: OwnerRows; read: Read },
  deps: Chooses & { notices: Pick<NoticeQueue, "enqueue"> },
): Promise<{ chosen: Chosen; terms: Terms } | Stop> {
  const config = configFor(agent, owner);
  if (config !== undefined) return { chosen: { paidBy: "owner", config }, terms: config };
  const platform = await platformPayer(owner, deps);
  if (platform !== undefined) return { chosen: platform, terms: platform.config };
  await tellWithoutKey(agent, owner, deps);
  return hold("no_ai_config", read);
}

/** The row of the key that answers: the one that the agent names, or else its owner's default. */
export function configFor(agent: Agent, { user, configs }: OwnerRows): Config | undefined {
  const provider = agent.provider ?? defaultProvider(user?.default_provider, configs);
  return configs.find((config) => config.provider === provider);
}

/**
 * Returns the platform's key if the owner has stored no key at all. It never stands in for an owner's key that fails: only
 * the owner can resolve that, and nobody else pays for it. The owner's address must be confirmed, because each invented
 * address would get its own quota. Undefined if the team has no platform key.
 */
export async function platformPayer(
  { user, configs }: OwnerRows,
  { platform }: Chooses,
): Promise<PlatformPayer | undefined> {
  if (platform === undefined || configs.length > 0) return undefined;
  // An account that is being deleted loses its keys first, so it only looks like one that has stored none.
  if (user?.email_verified_at === undefined || user.deleting_at !== undefined) return undefined;
  const { key, fingerprint: key_fingerprint } = await platform.open();
  const config = { provider: platform.provider, model_name: platform.model, key_fingerprint, ...SETTINGS };
  return { paidBy: "platform", config, key, mails: platform.mailsPerMonth };
}

/** Notifies an owner without any key once, whichever agent got the mail. */
async function tellWithoutKey(
  { user_id, name: agent_name }: Agent,
  { configs }: OwnerRows,
  { notices }: { notices: Pick<NoticeQueue, "enqueue"> },
): Promise<void> {
  if (configs.length === 0) await notices.enqueue({ kind: "no_ai_config", user_id, agent_name, episode: "first mail" });
}
