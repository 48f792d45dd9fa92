import { Problem } from "../api/problem.ts";

export type ReadMail = { key: string; from: string; to: string; subject: string; text: string; sentAt: string };

type Outgoing = { from: string; to: string[]; raw: string; sent_at: string };

/** How many of the newest mails are shown. All of them are at /_local/outbox. */
const SHOWN = 50;

/** The mails that would have left this machine, newest first. */
export async function readOutbox(): Promise<ReadMail[]> {
  const response = await fetch(`/_local/outbox?newest=${SHOWN}`);
  const mails: Outgoing[] = await response.json();
  return Promise.all(
    mails
      .map((mail, index) => ({ mail, key: `${mail.sent_at} ${index}` }))
      .reverse()
      .map(read),
  );
}

async function read({ mail, key }: { mail: Outgoing; key: string }): Promise<ReadMail> {
  // Only this page reads mails in the page itself, and the parser is larger than the rest of it.
  const { default: PostalMime } = await import("postal-mime");
  const { subject = "", text = "" } = await PostalMime.parse(mail.raw);
  return { key, from: mail.from, to: mail.to.join(", "), subject, text: text.trim(), sentAt: mail.sent_at };
}

export type NewMail = { from: string; to: string; subject: string; text: string };

/** Hands in a mail as SES would have received it, with all authentication checks passed. @returns its id */
export async function handIn({ from, to, subject, text }: NewMail): Promise<string> {
  const raw = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${encodedWord(subject)}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${crypto.randomUUID()}@localhost>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    base64(text).replace(/.{76}/g, "$&\r\n"),
  ].join("\r\n");
  const response = await fetch(`/_local/mail?${new URLSearchParams({ from, to })}`, { method: "POST", body: raw });
  const answer: { message_id?: string; message?: string } = await response.json();
  if (answer.message_id === undefined) throw refused(answer.message);
  return answer.message_id;
}

/** The run of the agent that the mail was sent to, as soon as it exists. */
export async function runOf(messageId: string): Promise<string | null> {
  const response = await fetch(`/_local/mail/${messageId}`);
  const { runs = [] }: { runs?: { run_id: string }[] } = await response.json();
  return runs[0]?.run_id ?? null;
}

function refused(detail = "The mail was not accepted."): Problem {
  return new Problem({ code: "not_taken", status: 400, detail });
}

/** Encodes a text as RFC 2047 says, so that the header is plain ASCII and contains no line break that a user typed. */
function encodedWord(text: string): string {
  return `=?utf-8?B?${base64(text)}?=`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
