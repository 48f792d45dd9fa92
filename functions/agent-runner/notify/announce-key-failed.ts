import type { Config } from "../../../shared/ai-configs/config.ts";
import { isHaltedStatus } from "../../../shared/providers/handling.ts";
import type { Announcer } from "../../../shared/webhooks/announce.ts";

export type AnnouncesKeys = { announcer: Pick<Announcer, "configRejected">; now: () => Date };

/**
 * Announces that a key has stopped working. `config` is the row before that is recorded: once it is, nobody would come
 * back to announce it, so this comes first.
 */
export async function announceKeyFailed(
  { user_id, provider, key_fingerprint, status: before }: Config,
  status: Config["status"],
  { announcer, now }: AnnouncesKeys,
): Promise<void> {
  if (before === status || !isHaltedStatus(status)) return;
  const day = now().toISOString().slice(0, 10);
  await announcer.configRejected(user_id, provider, status, `${key_fingerprint}:${status}:${day}`);
}
