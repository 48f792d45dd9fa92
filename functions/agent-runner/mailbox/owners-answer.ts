import { allOf } from "../../../shared/agents/address-list.ts";
import type { Agent } from "../../../shared/agents/agent.ts";
import { domainOf, isSameMailbox, isWithin } from "../../../shared/mail/address.ts";
import { isMailboxOf } from "../../../shared/mail/tag.ts";
import type { QuietThreads } from "../../../shared/quiet/quiet-threads.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { type FindsThread, findThread } from "../mail/find-thread.ts";
import type { ReadMail } from "../mail/read-mail.ts";
import type { Stop } from "../stop/stop.ts";

type Uses = FindsThread & { quiet: Pick<QuietThreads, "silence">; now: () => Date };

/** An owner answers a few people at a time. */
const MOST_CUSTOMERS = 10;

/**
 * Stops a mail that the owner wrote to a customer from the connected mailbox, of which the agent got a copy (Cc, Bcc, or
 * a rule that forwards sent mail too). The agent then keeps silent in that customer's thread. A mail from the mailbox to
 * the agent alone is a mail like any other.
 */
export async function noteOwnersAnswer(
  { run, agent, mail, read }: { run: Run; agent: Agent; mail: ReadMail; read: Read },
  deps: Uses,
): Promise<Stop | undefined> {
  const { decision, travel, mailboxes, author, is_proven } = mail;
  const isOwners =
    is_proven && mailboxes.some(({ address, result }) => result !== undefined && isSameMailbox(address, author));
  if (!isOwners || decision.action === "skip") return undefined;
  if (decision.action === "hold" && decision.reason === "forward_rewrote_from") return undefined;
  const customers = travel.recipients.filter((address) => {
    const isOwn =
      allOf(agent).some((own) => isMailboxOf(address, own.address)) ||
      isWithin(domainOf(address), deps.mailDomain.toLowerCase());
    return !isOwn && !mailboxes.some((one) => isSameMailbox(one.address, address));
  });
  if (customers.length === 0) return undefined;
  const threads: string[] = [];
  for (const customer of customers.slice(0, MOST_CUSTOMERS)) {
    const thread = await findThread(run, { author: customer, reader: customer }, mail, deps);
    threads.push(thread.thread_id);
    if (agent.quiet_threads) await deps.quiet.silence(run.user_id, run.agent_id, thread.thread_id, "copy", deps.now());
  }
  // It is shown in the customer's thread. No model sees it, since history is of answered mails alone.
  return {
    stop: "rest",
    state: "skipped",
    reason: "owners_mail",
    read: { ...read, thread_id: threads[0] ?? read.thread_id },
  };
}
