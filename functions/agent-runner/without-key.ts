import type { Agent } from "../../shared/agents/agent.ts";
import type { LatchkeyError } from "../../shared/errors.ts";
import { log } from "../../shared/log.ts";
import { handlingOf } from "../../shared/providers/handling.ts";
import type { Run } from "../../shared/runs/run.ts";
import { afterFailure } from "./ask-provider.ts";
import type { PlatformPayer } from "./choose-payer.ts";
import type { Deps } from "./deps.ts";
import { held, type Stop } from "./stop.ts";

/** How the platform's key answers; the owner has set nothing. */
const SETTINGS = { temperature: 0.7, max_tokens: 500 };

/**
 * The platform's key for an owner who has stored none at all: undefined where the team has turned none on, and where the
 * owner has a key of whatever provider, in whatever state. A key that fails is the owner's to mend, at nobody else's cost.
 * An address that is not proved may be made up, and each one would bring a quota of its own.
 */
export async function platformPayer(
  userId: string,
  { platform, configs, users }: Pick<Deps, "platform" | "configs" | "users">,
): Promise<PlatformPayer | undefined> {
  if (platform === undefined || (await configs.list(userId)).length > 0) return undefined;
  // An account that is being deleted loses its keys first: that is not an owner who has stored none.
  const user = await users.get(userId);
  if (user?.email_verified_at === undefined || user.deleting_at !== undefined) return undefined;
  const { key, fingerprint: key_fingerprint } = await platform.open();
  const config = { provider: platform.provider, model_name: platform.model, key_fingerprint, ...SETTINGS };
  return { paidBy: "platform", config, key, mails: platform.mailsPerMonth };
}

/** Holds a mail that no key answers. An owner without any is told once, from whatever agent. */
export async function heldWithoutKey(
  { user_id, name: agent_name }: Agent,
  { configs, notices }: Pick<Deps, "configs" | "notices">,
): Promise<"no_ai_config"> {
  const hasOther = (await configs.list(user_id)).length > 0;
  if (!hasOther) await notices.enqueue({ kind: "no_ai_config", user_id, agent_name, episode: "first mail" });
  return "no_ai_config";
}

/**
 * What a failure of the platform's key means for a mail: a key that is dead is the team's to mend, and to the owner it is
 * as if there were none. Everything else is as with a key of their own.
 */
export function afterPlatformFailure(run: Run, error: LatchkeyError, now: Date): Stop {
  if (handlingOf(error)?.marks === undefined && error.code !== "bad_call") return afterFailure(run, error, now);
  log("platform_key_failed", { code: error.code });
  return held("no_ai_config");
}
