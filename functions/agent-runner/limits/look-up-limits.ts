import type { Correspondents } from "../../../shared/correspondents/correspondents.ts";
import type { Full, ReplyCaps } from "../../../shared/limits/reply-caps.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";

/** `isBlocked`: the reader of the answer gets none. `full`: the reply cap that has no room now. */
export type Limits = { isBlocked: boolean; full: Full | undefined };

/** Reads by one call what the next checks need. Nothing is counted. */
export async function lookUpLimits(
  { run, read }: { run: Run; read: Read },
  { correspondents, replies, now }: { correspondents: Correspondents; replies: ReplyCaps; now: () => Date },
): Promise<{ limits: Limits }> {
  const { user_id, agent_id } = run;
  const [isBlocked, full] = await Promise.all([
    correspondents.blocked.has(user_id, agent_id, read.reply.to),
    replies.full(user_id, now()),
  ]);
  return { limits: { isBlocked, full } };
}
