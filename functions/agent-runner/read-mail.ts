import type { Agent } from "../../shared/agents/agent.ts";
import { isSameMailbox } from "../../shared/mail/address.ts";
import { cut } from "../../shared/mail/cut.ts";
import { replyHeaders } from "../../shared/mail/reply-headers.ts";
import type { Read } from "../../shared/runs/ledger.ts";
import type { Run } from "../../shared/runs/run.ts";
import { backoff } from "./backoff.ts";
import type { Deps } from "./deps.ts";
import { findThread } from "./find-thread.ts";
import type { MailContent } from "./mail-prompt.ts";
import { held, type Stop } from "./stop.ts";

/** What the run keeps of the mail's text for the owner and for the thread's next turns; the raw mail has the rest. */
const KEPT_TEXT = 4_000;

/** Files that a run's row names. */
const KEPT_ATTACHMENTS = 50;

export type ReadMail = {
  read: Read;
  content: MailContent;
  /** The proved author's address; the answer may go to another one (Reply-To). */
  author: string;
};

/** Reads the stored mail and decides, by all of its headers and parts, whether it gets an answer. */
export async function readMail(run: Run, agent: Agent, deps: Deps): Promise<ReadMail | Stop> {
  const now = deps.now();
  const reading = await deps.reader.read(await deps.mails.get(run.object_key), {
    envelope_from: run.envelope_from,
    verdicts: run.verdicts,
    own_domain: deps.mailDomain,
    agent: { id: agent.agent_id, address: agent.address },
    form_domains: agent.form_domains,
    answer_only: agent.answer_only,
    // A key that works again is no word on this mail.
    owner_asked: run.reopened_at !== undefined && !run.released,
    is_test: run.is_test,
  });
  if ("ended" in reading) return { stop: "broke_off", seconds: backoff(run.crashes ?? 0) };
  if ("problem" in reading) return held(reading.problem);
  const { mail, text, decision } = reading;
  const author = mail.from[0]?.address ?? run.envelope_from;
  // A thread is of those who read it: the agent and the one address that its answers go to.
  const to = decision.action === "answer" ? decision.to : author;
  const { thread_id, thread_ref } = await findThread(run, to, mail, deps);
  const read: Read = {
    thread_id,
    text: cut(text, KEPT_TEXT),
    attachments: mail.attachments.slice(0, KEPT_ATTACHMENTS).map(({ text: _, ...file }) => file),
    reply: { to, ...replyHeaders(mail), thread_ref, to_author: isSameMailbox(to, author) },
  };
  if (decision.action !== "answer") {
    const state = decision.action === "hold" ? "held" : "skipped";
    return { stop: "rest", state, reason: decision.reason, read };
  }
  const identity = {
    agentId: agent.agent_id,
    messageId: mail.message_id ?? "",
    envelopeFrom: run.envelope_from,
    author: author.toLowerCase(),
  };
  const first = !mail.message_id || (await deps.duplicates.isFirst(run.user_id, run.run_id, identity, now));
  const content = { ...reading.written, attachments: mail.attachments };
  return first ? { read, content, author } : { stop: "rest", state: "skipped", reason: "duplicate", read };
}
