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

/** An attached mail as the model is told of it. None of it decides anything: whoever attached it could have written it. */
export type ForwardedMail = {
  from: string;
  date: string;
  subject: string;
  /** What its sender wrote in it. */
  text: string;
  /** Mails that are attached to it. */
  messages: ForwardedMail[];
};

const MESSAGES = new Set(["message/rfc822", "message/global", "application/eml", "application/x-eml"]);

export function isMessage({ type, filename }: Part): boolean {
  return MESSAGES.has(type) || (type === "application/octet-stream" && /\.eml$/i.test(filename));
}

/** Reads the body of a mail within a mail, within the limits of the outer one. */
type ReadInner = (root: Part) => Promise<{ charset: string; text: string; attachments: { message?: ForwardedMail }[] }>;

/** Undefined where it is no mail, or over a limit. RFC 2046, 5.2.1 allows no base64 here; programs use it all the same. */
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

/** What stands in for the text of a mail that has none, and passes on others. */
export function forwardedText(attachments: { message?: ForwardedMail }[]): string {
  return attachments.flatMap(({ message }) => message?.text ?? []).join("\n");
}
