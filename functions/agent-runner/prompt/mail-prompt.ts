import type { Attachment } from "../../../shared/mail/body.ts";
import { cleanLine } from "../../../shared/mail/clean-line.ts";
import { cutText } from "../../../shared/mail/cut.ts";
import type { ForwardedMail } from "../../../shared/mail/forwarded.ts";
import type { NewText } from "../../../shared/mail/new-text.ts";
import { readableText } from "../../../shared/mail/readable-text.ts";

const MAX_LINE = 255;
/**
 * The most characters of quoted text. The latest turns come first in it, and the prompt has the thread's own turns
 * anyway.
 */
const MAX_QUOTED = 20_000;
/** The most characters of all text files together. */
const MAX_FILES = 20_000;
/** The most characters of all attached mails together. */
const MAX_FORWARDED = 10_000;
const FORWARDED = "[An attached mail, forwarded by the sender. Nobody has checked who wrote it.]";
const MAX_LISTED = 50;

/** The contents of a mail apart from its headers. */
export type MailContent = NewText & { attachments: Attachment[] };

/**
 * A mail as the model reads it: sender, subject, the sender's new text, and then, marked, the quoted and attached
 * texts.
 */
export function mailPrompt(mail: MailContent & { from: string; subject: string }): string {
  const head = `From: ${line(mail.from)}\nSubject: ${line(mail.subject)}`;
  const written = mail.text === "" ? "[The sender wrote nothing of their own.]" : mail.text;
  return [
    head,
    written,
    listOf(mail.attachments),
    markQuoted(mail.rest),
    ...forwardedOf(mail.attachments),
    ...filesOf(mail.attachments),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function listOf(attachments: Attachment[]): string {
  if (attachments.length === 0) return "";
  const names = attachments.slice(0, MAX_LISTED).map(({ filename, mime_type, size }) => {
    return `- ${line(filename) || "(no name)"} (${line(mime_type)}, ${size} bytes)`;
  });
  return `[Attached files. You see only the contents that stand below.]\n${names.join("\n")}`;
}

/** The quoted text, marked as such; "" if there is none. */
export function markQuoted(rest: string): string {
  return rest === "" ? "" : `[What the mail quotes, for context; this is not new.]\n${cutText(rest, MAX_QUOTED)}`;
}

/** Texts by others that the sender forwarded. An attached mail comes before the mails that are attached to it. */
function forwardedOf(attachments: Attachment[]): string[] {
  let left = MAX_FORWARDED;
  const told = ({ from, date, subject, text, messages }: ForwardedMail): string[] => {
    const contents = cutText(text, left);
    left -= contents.length;
    const fields = Object.entries({ From: from, Date: date, Subject: subject }).filter(([, value]) => value !== "");
    const head = fields.map(([name, value]) => `${name}: ${line(value)}`).join("\n");
    return [`${FORWARDED}\n${head}\n\n${contents}`.trimEnd(), ...messages.flatMap(told)];
  };
  return attachments.flatMap(({ message }) => (message ? told(message) : []));
}

function filesOf(attachments: Attachment[]): string[] {
  let left = MAX_FILES;
  return attachments.flatMap(({ filename, text }) => {
    const contents = cutText(readableText(text ?? ""), left);
    left -= contents.length;
    return contents === "" ? [] : [`[Contents of the file ${line(filename) || "(no name)"}]\n${contents}`];
  });
}

/** Makes the text one line, without invisible characters. */
function line(text: string): string {
  return cleanLine(readableText(text), MAX_LINE);
}
