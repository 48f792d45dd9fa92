import type { Connected } from "../../../shared/forwarding/connected.ts";
import type { Keys } from "../../../shared/forwarding/verify-chain.ts";
import { type Decision, decide } from "../../../shared/mail/decide.ts";
import { knownFacts, type MailFacts } from "../../../shared/mail/facts.ts";
import { forwardedText } from "../../../shared/mail/forwarded.ts";
import { type NewText, newText } from "../../../shared/mail/new-text.ts";
import { type ParsedMail, parseMail, type UnreadableMail } from "../../../shared/mail/parse.ts";
import { isProven } from "../../../shared/mail/proven-sender.ts";
import { readableText } from "../../../shared/mail/readable-text.ts";
import { answerTo } from "../../../shared/mail/reply-to.ts";
import { findWay, readTravel, type Travel } from "./travel.ts";

/** The facts about a mail before it is read. They are passed to a thread, so they are plain data. */
export type Known = Omit<
  MailFacts,
  "headers" | "from" | "sender" | "reply_to" | "part_types" | "filenames" | "text" | "through" | "sealed_for"
> & {
  is_test: boolean | undefined;
  /** The mailboxes that the agent's owner has connected. */
  connected?: Connected[] | undefined;
  /** The keys of the mail's seals, once they were looked up. */
  keys?: Keys | undefined;
};

/** Everything that is computed from a mail's bytes. */
export type Reading = {
  mail: ParsedMail;
  /** The readable text, or the text of the forwarded mails if the sender wrote nothing. */
  text: string;
  /** The sender's new text, and the quoted text below it. */
  written: NewText;
  decision: Decision;
  /** The recipients of an answer, whatever was decided. Undefined if the mail names none. */
  answer_to: string | undefined;
  /** True if the author is proved. */
  is_proven: boolean;
  travel: Travel;
};

/** The requests to the thread of mail-reader.ts, one at a time, and its responses. */
export type ToRead = { raw: Uint8Array; known: Known };
export type HasRead = { ready: true } | { reading: Reading | UnreadableMail } | { failed: string };

/** Reads a raw mail and decides by all of its headers and parts whether it gets an answer. */
export async function readRaw(raw: Uint8Array, known: Known): Promise<Reading | UnreadableMail> {
  const mail = await parseMail(raw);
  if ("problem" in mail) return mail;
  const written = readableText(mail.text);
  // A sender who forwards a mail without writing anything asks about that mail.
  const text = written || forwardedText(mail.attachments);
  const { headers, from, sender, replyTo: reply_to, part_types, attachments } = mail;
  const filenames = attachments.map(({ filename }) => filename);
  const { is_test, connected = [], keys, ...before } = known;
  const asSent: MailFacts = { ...before, headers, from, sender, reply_to, part_types, filenames, text };
  const way = findWay(raw, asSent, connected, keys);
  const facts: MailFacts = { ...asSent, through: way.through, sealed_for: way.sealed_for };
  // The rules are about strangers: a test mail was written by the API in its owner's name, and its answer goes nowhere.
  const decision: Decision = is_test ? { action: "answer", to: facts.envelope_from } : decide(facts);
  const all = knownFacts(facts);
  const travel = await readTravel(raw, mail, all, way);
  return {
    mail,
    text,
    written: newText(written),
    decision,
    answer_to: answerTo(all),
    is_proven: isProven(all),
    travel,
  };
}
