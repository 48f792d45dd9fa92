import { answerHtml } from "./answer-html.ts";
import { cut } from "./cut.ts";
import { escapeHtml } from "./escape-html.ts";
import { mailLanguage } from "./mail-language.ts";
import { quoteIntro } from "./quote-intro.ts";

/** Quoted-printable makes three bytes of one at the worst; with the quotation that stays below the reply's own cap. */
const MAX_TEXT_BYTES = 60 * 1024;
const CUT_NOTE = "\n\n[The answer was too long and was cut here.]";

/** 10 KB, also where each character takes three bytes. */
const MAX_QUOTE = 3_400;

/**
 * A phone shows a page that names no width as one of 980 pixels. Long words and addresses are broken, where the screen
 * ends, by the second property in Gmail and Outlook and by the first one elsewhere.
 */
const HEAD = '<meta name="viewport" content="width=device-width">';
const WRAPPED = 'style="overflow-wrap:anywhere;word-break:break-word"';

/** The mail that is answered, as the reply repeats it. */
export type Quoted = { from: string; at: string; text: string };

/** What a reply says: as plain text, and as HTML where the answer can be rendered. */
export type ReplyBody = { text: string; html: string | undefined };

export function replyBody(answer: string, quoted?: Quoted): ReplyBody {
  const own = withinBytes(clean(answer));
  const html = answerHtml(own);
  const quotation = quoted && quotationOf(quoted);
  return {
    text: quotation ? `${own}\n\n${quotation.text}` : own,
    html: html && pageOf(html + (quotation?.html ?? "")),
  };
}

function pageOf(html: string): string {
  // Webmail takes the body away, but not what is in it.
  return `<!DOCTYPE html>\n<html><head>${HEAD}</head><body>\n<div ${WRAPPED}>\n${html}</div>\n</body></html>\n`;
}

/** RFC 3676, 4.5: a quotation is marked by ">" at the beginning of each line. */
function quotationOf({ from, at, text }: Quoted): ReplyBody {
  const head = quoteIntro(mailLanguage(text), from, at);
  const lines = cut(clean(text), MAX_QUOTE).trimEnd().split("\n");
  const shown = lines.map((line) => escapeHtml(line)).join("<br>\n");
  return {
    text: [head, ...lines.map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()))].join("\n"),
    html: `<p dir="auto">${escapeHtml(head)}</p>\n<blockquote dir="auto">${shown}</blockquote>\n`,
  };
}

/** RFC 5322, 2.3: CR and LF stand together or not at all; the composer makes CRLF of each LF. */
function clean(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n");
}

function withinBytes(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.byteLength <= MAX_TEXT_BYTES) return text;
  // Streaming leaves out the first bytes of a character whose last ones are cut off.
  return new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_BYTES), { stream: true }) + CUT_NOTE;
}
