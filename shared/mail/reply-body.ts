import { answerHtml } from "./answer-html.ts";
import { cutText } from "./cut.ts";
import { escapeHtml } from "./escape-html.ts";
import { mailLanguage } from "./mail-language.ts";
import { quoteIntro } from "./quote-intro.ts";

/** Quoted-printable can triple the size; with the quotation, that is still below the reply's own limit. */
const MAX_TEXT_BYTES = 60 * 1024;
const CUT_NOTE = "\n\n[The answer was too long and was cut here.]";

/** 10 KB even if every character takes three bytes. */
const MAX_QUOTE = 3_400;

/**
 * Without a viewport width, a phone lays the page out 980 pixels wide. Long words and addresses wrap by the second
 * property in Gmail and Outlook and by the first one elsewhere.
 */
const HEAD = '<meta name="viewport" content="width=device-width">';
const WRAPPED = 'style="overflow-wrap:anywhere;word-break:break-word"';

/** The answered mail, as the reply quotes it. */
export type Quoted = { from: string; at: string; text: string };

/** The text of a reply: plain, and as HTML if the answer can be rendered. */
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
  // Webmail removes the body element but keeps its contents, so the style is on a div.
  return `<!DOCTYPE html>\n<html><head>${HEAD}</head><body>\n<div ${WRAPPED}>\n${html}</div>\n</body></html>\n`;
}

/** RFC 3676, 4.5: each line of a quotation starts with ">". */
function quotationOf({ from, at, text }: Quoted): ReplyBody {
  const head = quoteIntro(mailLanguage(text), from, at);
  const lines = cutText(clean(text), MAX_QUOTE).trimEnd().split("\n");
  const shown = lines.map((line) => escapeHtml(line)).join("<br>\n");
  return {
    text: [head, ...lines.map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()))].join("\n"),
    html: `<p dir="auto">${escapeHtml(head)}</p>\n<blockquote dir="auto">${shown}</blockquote>\n`,
  };
}

/** RFC 5322, 2.3: CR and LF only occur together. The composer turns each LF into CRLF. */
function clean(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n");
}

function withinBytes(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.byteLength <= MAX_TEXT_BYTES) return text;
  // In stream mode the decoder drops a character that was cut off in the middle.
  return new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_BYTES), { stream: true }) + CUT_NOTE;
}
