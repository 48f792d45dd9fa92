import { allOf } from "../../../shared/agents/address-list.ts";
import type { Agent } from "../../../shared/agents/agent.ts";
import { isSameMailbox } from "../../../shared/mail/address.ts";
import type { Decision } from "../../../shared/mail/decide.ts";
import type { MailFacts } from "../../../shared/mail/facts.ts";
import { foreignLoopMarks } from "../../../shared/mail/loop-marks.ts";
import { headersForOther, replyHeaders } from "../../../shared/mail/reply-headers.ts";
import { isOwnMailbox } from "../../../shared/mail/reply-to.ts";
import type { Mailbox } from "../../../shared/mailboxes/mailbox.ts";
import type { DuplicateGuard } from "../../../shared/runs/duplicate-guard.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { MailContent } from "../prompt/mail-prompt.ts";
import type { Stop } from "../stop/stop.ts";
import { type FindsThread, findThread } from "./find-thread.ts";
import { cutForRun } from "./kept-text.ts";
import { isReopened, type ReadsStored, readStoredMail } from "./read-stored-mail.ts";
import type { Travel } from "./travel.ts";

/** The maximum of file names in a run's row. */
const KEPT_ATTACHMENTS = 50;

export type ReadMail = {
  content: MailContent;
  /** The proved author's address. The answer may go to another address (Reply-To). */
  author: string;
  /** The addresses in From, proved or not. */
  senders: string[];
  message_id: string | undefined;
  /** The decision of the rules about an answer. */
  decision: Decision;
  /** The author is who the mail says. */
  is_proven: boolean;
  /** The ids of the mails that it answers, and all before them. */
  in_reply_to: string[];
  references: string[];
  travel: Travel;
  /** The owner's mailboxes that forward to this agent. */
  mailboxes: Mailbox[];
};

type Uses = FindsThread & ReadsStored;

/** Reads the stored mail: its text, its thread, and the decision of the rules by all of its headers and parts. */
export async function readMail(
  { run, agent, mailboxes = [] }: { run: Run; agent: Agent; mailboxes?: Mailbox[] | undefined },
  deps: Uses,
): Promise<{ read: Read; mail: ReadMail } | Stop> {
  const addressedAgent = agentAt(run.recipient, agent);
  const stored = await readStoredMail({ run, agent, addressed: addressedAgent, mailboxes }, deps);
  if ("stop" in stored) return stored;
  const { reading } = stored;
  const { mail, decision, answer_to, is_proven, travel } = reading;
  const author = mail.from[0]?.address ?? run.envelope_from;
  const to = decision.action === "answer" ? decision.to : (answer_to ?? author);
  const to_author = isOwnMailbox(to, author);
  const { thread_id, thread_ref } = await findThread(run, { author, reader: to }, mail, deps);
  const headers = to_author ? replyHeaders(mail) : headersForOther(agent.name);
  // The sender chose the mark in the address, so only the sender gets a reply from that address.
  const loop_marks = to_author ? foreignLoopMarks(mail.headers, addressedAgent) : [];
  const read: Read = {
    from: mail.from_line,
    subject: mail.subject,
    thread_id,
    text: cutForRun(reading.text, reading.written),
    attachments: mail.attachments.slice(0, KEPT_ATTACHMENTS).map(({ text: _, message: __, ...file }) => file),
    reply: {
      ...{ to, ...headers, thread_ref, author: is_proven ? author : undefined, to_author },
      ...(loop_marks.length > 0 && { loop_marks }),
      ...repliesTo(travel, mailboxes),
    },
    ...(travel.through && { came_through: travel.through }),
  };
  const content = { ...reading.written, attachments: mail.attachments };
  const { message_id, in_reply_to, references } = mail;
  const senders = mail.from.map(({ address }) => address);
  const about = { author, senders, decision, is_proven, message_id, in_reply_to, references, travel, mailboxes };
  return { read, mail: { content, ...about } };
}

/** The agent as the rules know it: which address the mail came to, and which are its own too. */
function agentAt(recipient: string, agent: Agent): MailFacts["agent"] {
  const others = allOf(agent).flatMap(({ address }) => (address === recipient ? [] : address));
  return { id: agent.agent_id, address: recipient, others };
}

/** Stops a mail that the rules do not let an agent answer automatically. */
export function decide({ mail, read }: { mail: ReadMail; read: Read }): Stop | undefined {
  const { decision } = mail;
  if (decision.action === "answer") return undefined;
  const state = decision.action === "hold" ? "held" : "skipped";
  return { stop: "rest", state, reason: decision.reason, read };
}

/** Stops a mail that the sender's server has sent twice. */
export async function checkDuplicate(
  { run, agent, mail, read }: { run: Run; agent: Agent; mail: ReadMail; read: Read },
  { duplicates, now }: { duplicates: DuplicateGuard; now: () => Date },
): Promise<Stop | undefined> {
  if (mail.message_id === undefined || mail.message_id === "") return undefined;
  const identity = {
    agentId: agent.agent_id,
    messageId: mail.message_id,
    envelopeFrom: run.envelope_from,
    author: mail.author.toLowerCase(),
  };
  const isFirst = await duplicates.isFirst(run.user_id, run.run_id, identity, now());
  return isFirst || isReopened(run) ? undefined : { stop: "rest", state: "skipped", reason: "duplicate", read };
}

/**
 * The customer wrote to the owner's mailbox, so their answer goes there too (docs/decisions/0057). Only a mailbox that a
 * test came back through has been proved to be the owner's.
 */
function repliesTo({ through }: Travel, mailboxes: Mailbox[]): { reply_to?: string } {
  const mailbox = mailboxes.find(({ address }) => through !== undefined && isSameMailbox(address, through.address));
  return mailbox?.result?.outcome === "connected" ? { reply_to: mailbox.address } : {};
}
