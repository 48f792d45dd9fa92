import type { Agent } from "../../../shared/agents/agent.ts";
import type { Correspondents } from "../../../shared/correspondents/correspondents.ts";
import { domainOf, isSameMailbox, isWithin } from "../../../shared/mail/address.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { RunReason } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { hold, type Stop } from "../stop/stop.ts";
import type { Limits } from "./look-up-limits.ts";

/** The author of the mail and the reader of the answer, usually the same person. */
export type Parties = { author: string; to: string };

type Uses = { correspondents: Correspondents };

/** Holds a mail if its correspondent has reached the agent's caps or is blocked. */
export async function checkCorrespondentCaps(
  { run, agent, mail, read, limits }: { run: Run; agent: Agent; mail: { author: string }; read: Read; limits: Limits },
  deps: Uses,
): Promise<Stop | undefined> {
  const over = await findCap(run, agent, { author: mail.author, to: read.reply.to }, limits, deps);
  return over && hold(over, read);
}

/** Holds a summary if an earlier one bounced or its owner marked it as spam. */
export function checkOwnerTakesMail({ read, limits }: { read: Read; limits: Limits }): Stop | undefined {
  return limits.isBlocked ? hold("correspondent_blocked", read) : undefined;
}

/** Returns why this correspondent gets no automatic answer now, and counts the answer otherwise. Called before a provider is paid. */
export async function findCap(
  run: Run,
  agent: Agent,
  parties: Parties,
  { isBlocked }: Pick<Limits, "isBlocked">,
  deps: Uses,
): Promise<RunReason | undefined> {
  const { user_id: userId, run_id: runId, received_at: receivedAt } = run;
  const { agent_id: agentId } = agent;
  const { caps } = deps.correspondents;
  // The answer to a test mail is not sent.
  if (run.is_test) return undefined;
  if (isBlocked) return "correspondent_blocked";
  // An owner who reopens a mail has looked at it, so it is no loop.
  if (run.reopened_at !== undefined && !run.released) return undefined;
  const limits = {
    perHour: agent.max_replies_per_correspondent_per_hour,
    perDay: agent.max_replies_per_correspondent_per_day,
    perDomainPerHour: agent.max_replies_per_domain_per_hour,
  };
  for (const mailbox of counted(parties)) {
    const over = await caps.take({ userId, agentId, runId, receivedAt, to: mailbox }, limits);
    if (over) return over;
  }
  return undefined;
}

/**
 * An author counts together with the reader of the same domain that Reply-To names, so that naming many readers gives no
 * more answers. An author of another domain is a web form that the owner trusts, and it writes for many people.
 */
function counted({ author, to }: Parties): string[] {
  if (isSameMailbox(author, to)) return [to];
  return isWithin(domainOf(to), domainOf(author)) ? [author, to] : [to];
}
