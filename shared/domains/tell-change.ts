import type { NoticeQueue } from "../notices/notice-queue.ts";
import type { JobQueue } from "../runs/job-queue.ts";
import type { Announcer } from "../webhooks/announce.ts";
import type { DomainRow } from "./domain.ts";

export type TellsOwners = {
  notices: NoticeQueue;
  jobs: Pick<JobQueue, "requeueHeld">;
  announcer: Pick<Announcer, "domainVerified">;
};

/** Does what follows from a change: the owner is told, and held mails go back to work. May be repeated. */
export async function tellChange(before: DomainRow, now: DomainRow, deps: TellsOwners): Promise<void> {
  if (!before.can_send && now.can_send) await onVerified(now, deps);
  if (before.can_send && !now.can_send) await onLost(now, deps);
}

/** The one place for all that happens once replies may leave from the domain. */
async function onVerified({ user_id, claim_id, domain, proven_at = "" }: DomainRow, deps: TellsOwners): Promise<void> {
  await deps.notices.enqueue({ kind: "domain_proven", user_id, episode: `${claim_id}:${proven_at}`, domain });
  await deps.announcer.domainVerified(user_id, domain, proven_at);
  await deps.jobs.requeueHeld(user_id, { resolved: "domain" });
}

async function onLost(row: DomainRow, { notices }: TellsOwners): Promise<void> {
  const { user_id, claim_id, domain, absent_since, last_seen_at = "" } = row;
  const episode = `${claim_id}:lost:${absent_since ?? last_seen_at}`;
  await notices.enqueue({ kind: "domain_lost", user_id, episode, domain });
}
