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

/**
 * Stops mails that must not be in a summary: viruses, spam, forgeries, and our own mails, such as yesterday's summary.
 */
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
 * Keeps a mail for the agent's next summary, and creates the run of that summary first. A mail that is kept therefore
 * always has a summary, even if this process dies. The chosen summary begins after this lease ends, so it finds all of
 * its mails.
 */
export async function keepMail(
  { agent, lease, read }: { agent: Agent; lease: Lease; read: Read },
  { runs, mailDomain, now }: { runs: RunStore; mailDomain: string; now: () => Date },
): Promise<Stop> {
  const summary = summaryRun(agent, nextSummaryAt(leaseEnd(lease), agent), mailDomain, now());
  // The run exists already unless this is the day's first mail.
  await runs.add(summary);
  const { thread_id } = summary;
  return { stop: "rest", state: "kept", reason: "kept_for_summary", read: { ...read, thread_id } };
}
