import type { Token } from "markdown-it";
import { answerLine } from "./answer-line.ts";
import { escapeHtml } from "./escape-html.ts";

/** Code keeps its line breaks, and its long lines are broken where a phone's screen ends. */
const WRAPPED = ' style="white-space:pre-wrap"';
/** In the direction of its first letter: an answer in Arabic or Hebrew begins at the right. */
const AUTO = ' dir="auto"';

type Write = (token: Token, dir: string) => string;

/** All that a block of Markdown becomes. What is not listed here comes out as text. */
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

/** A browser looks for the first letter of a block in none that has a direction itself, so these have one for all in them. */
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

/** A list that something else has interrupted goes on where it was. */
function startOf(token: Token): string {
  const start = Number(token.attrGet("start") ?? 1);
  return Number.isSafeInteger(start) && start !== 1 ? ` start="${start}"` : "";
}
