import { type Checks, checkDomain } from "../../shared/domains/check-domain.ts";
import { removeClaim } from "../../shared/domains/end-claim.ts";
import { describeError, log } from "../../shared/log.ts";

/** The most claims that one invocation looks at. The next one, a minute later, goes on. */
const MOST = 200;
const AT_ONCE = 10;
/** Enough for one more round of look-ups, each of which has its own end. */
const LAST_MS = 15_000;

/**
 * Looks at every claim that is due, and finishes removals that a crash has left. One claim that fails keeps no other
 * waiting: its next check stays due.
 * @throws when none of the claims could be looked at, so that the alarm of the function tells of it
 */
export async function checkDue(deadline: Date, deps: Checks): Promise<void> {
  const due = await deps.domains.due(deps.now(), MOST);
  let done = 0;
  let failed = 0;
  for (let at = 0; at < due.length && deadline.getTime() - deps.now().getTime() > LAST_MS; at += AT_ONCE) {
    const results = await Promise.allSettled(due.slice(at, at + AT_ONCE).map((key) => checkOne(key, deps)));
    for (const result of results) {
      if (result.status === "rejected") log("domain_check_failed", describeError(result.reason));
    }
    done += results.length;
    failed += results.filter(({ status }) => status === "rejected").length;
  }
  if (done > 0) log("domains_checked", { checked: done - failed, failed });
  if (failed > 0 && failed === done) throw new Error("No claim of a domain could be checked");
}

async function checkOne({ user_id, domain }: { user_id: string; domain: string }, deps: Checks): Promise<void> {
  const row = await deps.domains.get(user_id, domain);
  if (row === undefined) return;
  if (row.removing_at === undefined) await checkDomain(row, deps);
  else await removeClaim(row, deps);
}
