import { cleanLine } from "./clean-line.ts";
import { headerValues } from "./headers.ts";
import { decodeTransfer } from "./mime/decode-text.ts";
import { decodeWords } from "./mime/encoded-words.ts";
import type { Part } from "./mime/part.ts";
import { newText } from "./new-text.ts";
import { readHeaders } from "./read-headers.ts";
import { readableText } from "./readable-text.ts";
import { scanMail } from "./scan.ts";

const MAX_LINE = 255;

/** An attached mail as the model sees it. It decides nothing, since whoever attached it could have written it. */
export type ForwardedMail = {
  from: string;
  date: string;
  subject: string;
  /** The text that its sender wrote, without quotations. */
  text: string;
  /** The mails attached to it. */
  messages: ForwardedMail[];
};

const MESSAGES = new Set(["message/rfc822", "message/global", "application/eml", "application/x-eml"]);

export function isMessage({ type, filename }: Part): boolean {
  return MESSAGES.has(type) || (type === "application/octet-stream" && /\.eml$/i.test(filename));
}

/** Reads the body of a mail within a mail, within the limits of the outer one. */
type ReadInner = (root: Part) => Promise<{ charset: string; text: string; attachments: { message?: ForwardedMail }[] }>;

/**
 * Undefined when the part is not a mail or exceeds a limit. RFC 2046, 5.2.1 forbids base64 here, but programs use it
 * anyway.
 */
export async function forwardedMail(part: Part, readInner: ReadInner): Promise<ForwardedMail | undefined> {
  const scan = scanMail(decodeTransfer(part.encoding, part.body));
  if ("problem" in scan) return undefined;
  const { charset, text, attachments } = await readInner(scan.root);
  const { headers, subject } = readHeaders(scan.fields, charset);
  const line = (name: string) => cleanLine(decodeWords(headerValues(headers, name)[0] ?? ""), MAX_LINE);
  const [from, date] = [line("from"), line("date")];
  if (from === "" && subject === "") return undefined;
  const seen = readableText(text);
  const messages = attachments.flatMap(({ message }) => message ?? []);
  return { from, date, subject, text: newText(seen).text || seen, messages };
}

/** The text for a mail that only forwards others and has no text of its own. */
export function forwardedText(attachments: { message?: ForwardedMail }[]): string {
  return attachments.flatMap(({ message }) => message?.text ?? []).join("\n");
}
