import type { Token } from "markdown-it";
import { answerLine } from "./answer-line.ts";
import { escapeHtml } from "./escape-html.ts";

/** Code keeps its line breaks, and long lines wrap at the edge of a phone's screen. */
const WRAPPED = ' style="white-space:pre-wrap"';
/** The first letter decides the direction, so an answer in Arabic or Hebrew starts at the right. */
const AUTO = ' dir="auto"';

type Write = (token: Token, dir: string) => string;

/** Every element that a block of Markdown can become. A token that is not listed comes out as text. */
const BLOCKS = new Map<string, Write>([
  ["paragraph_open", ({ hidden }, dir) => (hidden ? "" : `<p${dir}>`)],
  ["paragraph_close", ({ hidden }) => (hidden ? "" : "</p>\n")],
  ["heading_open", (_, dir) => `<p${dir}><strong>`],
  ["heading_close", () => "</strong></p>\n"],
  ["blockquote_open", () => "<blockquote>\n"],
  ["blockquote_close", () => "</blockquote>\n"],
  ["bullet_list_open", (_, dir) => `<ul${dir}>\n`],
  ["bullet_list_close", () => "</ul>\n"],
  ["ordered_list_open", (token, dir) => `<ol${startOf(token)}${dir}>\n`],
  ["ordered_list_close", () => "</ol>\n"],
  ["list_item_open", () => "<li>"],
  ["list_item_close", () => "</li>\n"],
  ["table_open", (_, dir) => `<table${dir}>\n`],
  ["table_close", () => "</table>\n"],
  ...["thead_open", "thead_close", "tbody_open", "tbody_close"].map((type): [string, Write] => [type, () => ""]),
  ["tr_open", () => "<tr>"],
  ["tr_close", () => "</tr>\n"],
  ["th_open", () => "<th>"],
  ["th_close", () => "</th>"],
  ["td_open", () => "<td>"],
  ["td_close", () => "</td>"],
  ["inline", ({ children }) => answerLine(children ?? [])],
  ["fence", code],
  ["code_block", code],
  ["hr", () => "<hr>\n"],
]);

/**
 * A browser ignores child elements that have their own `dir` when it detects a block's direction, so only the
 * outermost of these elements gets one.
 */
const DIRECTED = /^(?:bullet_list|ordered_list|table)_(?:open|close)$/;

export function elementsOf(tokens: readonly Token[]): string {
  let around = 0;
  let html = "";
  for (const token of tokens) {
    const write = BLOCKS.get(token.type);
    html += write ? write(token, around > 0 ? "" : AUTO) : escapeHtml(token.content);
    if (DIRECTED.test(token.type)) around += token.nesting;
  }
  return html;
}

function code({ content }: Token): string {
  return `<pre${AUTO}${WRAPPED}><code>${escapeHtml(content.replace(/\n$/, ""))}</code></pre>\n`;
}

/** A list that was interrupted continues with its number. */
function startOf(token: Token): string {
  const start = Number(token.attrGet("start") ?? 1);
  return Number.isSafeInteger(start) && start !== 1 ? ` start="${start}"` : "";
}
