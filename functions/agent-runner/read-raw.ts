import { type Decision, decide } from "../../shared/mail/decide.ts";
import type { MailFacts } from "../../shared/mail/facts.ts";
import { type NewText, newText } from "../../shared/mail/new-text.ts";
import { type ParsedMail, parseMail, type UnreadableMail } from "../../shared/mail/parse.ts";
import { readableText } from "../../shared/mail/readable-text.ts";

/** What is known of a mail before it is read. It goes into a thread, so it is plain data. */
export type Known = Omit<MailFacts, "headers" | "from" | "sender" | "reply_to" | "part_types" | "text"> & {
  is_test: boolean | undefined;
};

/** All that has to be computed of a mail's bytes. */
export type Reading = {
  mail: ParsedMail;
  /** The readable text: what its sender wrote now, and what stands below it. */
  text: string;
  written: NewText;
  decision: Decision;
};

/** Reads a raw mail and decides, by all of its headers and parts, whether it gets an answer. */
export async function readRaw(raw: Uint8Array, known: Known): Promise<Reading | UnreadableMail> {
  const mail = await parseMail(raw);
  if ("problem" in mail) return mail;
  const text = readableText(mail.text);
  const { headers, from, sender, replyTo: reply_to, part_types } = mail;
  const decision = judge({ ...known, headers, from, sender, reply_to, part_types, text });
  return { mail, text, written: newText(text), decision };
}

/** The rules are about strangers: a test mail was written by the API in its owner's name, and its answer goes nowhere. */
function judge({ is_test, ...facts }: MailFacts & Pick<Known, "is_test">): Decision {
  return is_test ? { action: "answer", to: facts.envelope_from } : decide(facts);
}
