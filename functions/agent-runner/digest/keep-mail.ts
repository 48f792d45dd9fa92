import type { Agent } from "../../../shared/agents/agent.ts";
import { nextSummaryAt } from "../../../shared/agents/summary-time.ts";
import { domainOf, isWithin } from "../../../shared/mail/address.ts";
import type { Decision } from "../../../shared/mail/decide.ts";
import { mayBeKept } from "../../../shared/mail/reasons.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import { type Lease, leaseEnd } from "../stop/lease.ts";
import type { Stop } from "../stop/stop.ts";
import { summaryRun } from "./summary-run.ts";

/** Stops what no summary may hold: viruses, spam, forgeries, and mails of our own, such as yesterday's summary. */
export function decideToKeep(
  { mail, read }: { mail: { author: string; decision: Decision }; read: Read },
  { mailDomain }: { mailDomain: string },
): Stop | undefined {
  const { decision, author } = mail;
  if (isWithin(domainOf(author), mailDomain)) return { stop: "rest", state: "skipped", reason: "own_domain", read };
  if (decision.action === "answer" || mayBeKept(decision.reason)) return undefined;
  return { stop: "rest", state: "skipped", reason: decision.reason, read };
}

/**
 * Keeps a mail for the agent's next summary, and sees to it that there will be one. The summary's run is made first: a
 * mail that is kept has a summary, whatever becomes of this process. No mail is kept for a summary that may begin before
 * this lease ends, so a summary finds all of its mails.
 */
export async function keepMail(
  { agent, lease, read }: { agent: Agent; lease: Lease; read: Read },
  { runs, mailDomain, now }: { runs: RunStore; mailDomain: string; now: () => Date },
): Promise<Stop> {
  const summary = summaryRun(agent, nextSummaryAt(leaseEnd(lease), agent), mailDomain, now());
  // It is there already, where this is not the day's first mail.
  await runs.add(summary);
  const { thread_id } = summary;
  return { stop: "rest", state: "kept", reason: "kept_for_summary", read: { ...read, thread_id } };
}
