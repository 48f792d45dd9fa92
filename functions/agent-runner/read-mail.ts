import type { Agent } from "../../shared/agents/agent.ts";
import { foreignLoopMarks } from "../../shared/mail/loop-marks.ts";
import { withoutPublic } from "../../shared/mail/public-mailboxes.ts";
import { headersForOther, replyHeaders } from "../../shared/mail/reply-headers.ts";
import { isOwnMailbox } from "../../shared/mail/reply-to.ts";
import type { Read } from "../../shared/runs/ledger.ts";
import type { Run } from "../../shared/runs/run.ts";
import { backoff } from "./backoff.ts";
import type { Deps } from "./deps.ts";
import { findThread } from "./find-thread.ts";
import { keptText } from "./kept-text.ts";
import type { MailContent } from "./mail-prompt.ts";
import { held, type Stop } from "./stop.ts";

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
  // A key that works again is no word on this mail.
  const owner_asked = run.reopened_at !== undefined && !run.released;
  const reading = await deps.reader.read(await deps.mails.get(run.object_key), {
    envelope_from: run.envelope_from,
    verdicts: run.verdicts,
    own_domain: deps.mailDomain,
    agent: { id: agent.agent_id, address: agent.address },
    // The API refuses a mailbox provider's domain; one that the list did not know then may be there.
    form_domains: await withoutPublic(agent.form_domains),
    answer_only: agent.answer_only,
    owner_asked,
    is_test: run.is_test,
  });
  if ("ended" in reading) return { stop: "broke_off", seconds: backoff(run.crashes ?? 0) };
  if ("problem" in reading) return held(reading.problem);
  const { mail, decision, answer_to, is_proven } = reading;
  const author = mail.from[0]?.address ?? run.envelope_from;
  const to = decision.action === "answer" ? decision.to : (answer_to ?? author);
  const to_author = isOwnMailbox(to, author);
  const { thread_id, thread_ref } = await findThread(run, { author, reader: to }, mail, deps);
  const headers = to_author ? replyHeaders(mail) : headersForOther(agent.name);
  // A mark is what its sender chose, so it goes back to nobody else.
  const loop_marks = to_author ? foreignLoopMarks(mail.headers, { id: agent.agent_id, address: agent.address }) : [];
  const read: Read = {
    from: mail.from_line,
    subject: mail.subject,
    thread_id,
    text: keptText(reading.text, reading.written),
    attachments: mail.attachments.slice(0, KEPT_ATTACHMENTS).map(({ text: _, message: __, ...file }) => file),
    reply: {
      ...{ to, ...headers, thread_ref, author: is_proven ? author : undefined, to_author },
      ...(loop_marks.length > 0 && { loop_marks }),
    },
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
  return first || owner_asked
    ? { read, content, author }
    : { stop: "rest", state: "skipped", reason: "duplicate", read };
}
