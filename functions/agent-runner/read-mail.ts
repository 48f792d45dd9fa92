import type { Agent } from "../../shared/agents/agent.ts";
import { type Decision, decide } from "../../shared/mail/decide.ts";
import { knownFacts, type MailFacts } from "../../shared/mail/facts.ts";
import { forwardedText } from "../../shared/mail/forwarded.ts";
import { foreignLoopMarks } from "../../shared/mail/loop-marks.ts";
import { newText } from "../../shared/mail/new-text.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { isProven } from "../../shared/mail/proven-sender.ts";
import { withoutPublic } from "../../shared/mail/public-mailboxes.ts";
import { readableText } from "../../shared/mail/readable-text.ts";
import { headersForOther, replyHeaders } from "../../shared/mail/reply-headers.ts";
import { answerTo, isOwnMailbox } from "../../shared/mail/reply-to.ts";
import type { Read } from "../../shared/runs/ledger.ts";
import type { Run } from "../../shared/runs/run.ts";
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
  const mail = await parseMail(await deps.mails.get(run.object_key));
  if ("problem" in mail) return held(mail.problem);

  const text = readableText(mail.text);
  // Who passes on a mail and writes nothing asks about that mail.
  const said = text || forwardedText(mail.attachments);
  const parts = newText(text);
  // A key that works again is no word on this mail.
  const owner_asked = run.reopened_at !== undefined && !run.released;
  const facts: MailFacts = {
    envelope_from: run.envelope_from,
    verdicts: run.verdicts,
    headers: mail.headers,
    from: mail.from,
    sender: mail.sender,
    reply_to: mail.replyTo,
    part_types: mail.part_types,
    filenames: mail.attachments.map(({ filename }) => filename),
    text: said,
    own_domain: deps.mailDomain,
    agent: { id: agent.agent_id, address: agent.address },
    // The API refuses a mailbox provider's domain; one that the list did not know then may be there.
    form_domains: await withoutPublic(agent.form_domains),
    answer_only: agent.answer_only,
    owner_asked,
  };
  const decision = judge(run, facts);
  const known = knownFacts(facts);
  const author = mail.from[0]?.address ?? run.envelope_from;
  const to = decision.action === "answer" ? decision.to : (answerTo(known) ?? author);
  const to_author = isOwnMailbox(to, author);
  const { thread_id, thread_ref } = await findThread(run, { author, reader: to }, mail, deps);
  const headers = to_author ? replyHeaders(mail) : headersForOther(agent.name);
  // A mark is what its sender chose, so it goes back to nobody else.
  const loop_marks = to_author ? foreignLoopMarks(mail.headers, { id: agent.agent_id, address: agent.address }) : [];
  const read: Read = {
    from: mail.from_line,
    subject: mail.subject,
    thread_id,
    text: keptText(said, parts),
    attachments: mail.attachments.slice(0, KEPT_ATTACHMENTS).map(({ text: _, message: __, ...file }) => file),
    reply: {
      ...{ to, ...headers, thread_ref, author: isProven(known) ? author : undefined, to_author },
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
  const content = { ...parts, attachments: mail.attachments };
  return first || owner_asked
    ? { read, content, author }
    : { stop: "rest", state: "skipped", reason: "duplicate", read };
}

/** The rules are about strangers: a test mail was written by the API in its owner's name, and its answer goes nowhere. */
function judge(run: Run, facts: MailFacts): Decision {
  return run.is_test ? { action: "answer", to: run.envelope_from } : decide(facts);
}
