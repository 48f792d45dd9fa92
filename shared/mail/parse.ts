import { type Body, readBody } from "./body.ts";
import { decodeCharset } from "./mime/charset.ts";
import { isMultipart } from "./mime/part.ts";
import { type ReadHeaders, readHeaders } from "./read-headers.ts";
import type { MailReason } from "./reasons.ts";
import { scanMail } from "./scan.ts";

export type ParsedMail = ReadHeaders & Omit<Body, "charset">;

/** Why a mail cannot be read; only the raw mail can be shown then. */
export type UnreadableMail = { problem: MailReason };

/** Reads a raw mail. It never throws, since a stranger wrote the mail. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail | UnreadableMail> {
  const scan = scanMail(raw);
  if ("problem" in scan) return scan;
  try {
    const { charset, text, ...body } = await readBody(scan.root);
    const stray = isMultipart(scan.root) ? "" : decodeCharset(scan.stray, charset).trim();
    const whole = stray === "" ? text : `${stray}\n${text}`;
    return { ...readHeaders(scan.fields, charset), ...body, text: whole };
  } catch {
    return { problem: "mail_unreadable" };
  }
}
