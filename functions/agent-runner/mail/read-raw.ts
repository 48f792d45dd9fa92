import { type Decision, decide } from "../../../shared/mail/decide.ts";
import { knownFacts, type MailFacts } from "../../../shared/mail/facts.ts";
import { forwardedText } from "../../../shared/mail/forwarded.ts";
import { type NewText, newText } from "../../../shared/mail/new-text.ts";
import { type ParsedMail, parseMail, type UnreadableMail } from "../../../shared/mail/parse.ts";
import { isProven } from "../../../shared/mail/proven-sender.ts";
import { readableText } from "../../../shared/mail/readable-text.ts";
import { answerTo } from "../../../shared/mail/reply-to.ts";

/** The facts about a mail before it is read. They are passed to a thread, so they are plain data. */
export type Known = Omit<
  MailFacts,
  "headers" | "from" | "sender" | "reply_to" | "part_types" | "filenames" | "text"
> & {
  is_test: boolean | undefined;
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
  const { is_test, ...before } = known;
  const facts: MailFacts = { ...before, headers, from, sender, reply_to, part_types, filenames, text };
  // The rules protect against strangers. The API wrote a test mail in its owner's name, and its answer is not sent.
  const decision: Decision = is_test ? { action: "answer", to: facts.envelope_from } : decide(facts);
  const all = knownFacts(facts);
  return { mail, text, written: newText(written), decision, answer_to: answerTo(all), is_proven: isProven(all) };
}
