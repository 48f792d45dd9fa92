import type { Token } from "markdown-it";
import { escapeHtml } from "./escape-html.ts";

/** The elements that inline tokens become. A token that is not listed comes out as text. */
const ELEMENTS = new Map([
  ["strong_open", "<strong>"],
  ["strong_close", "</strong>"],
  ["em_open", "<em>"],
  ["em_close", "</em>"],
  ["s_open", "<del>"],
  ["s_close", "</del>"],
  ["softbreak", "<br>"],
  ["hardbreak", "<br>"],
]);

/** Renders one line of Markdown. If a link's text hides its address, the address follows the text. */
export function answerLine(tokens: readonly Token[]): string {
  let html = "";
  let link = { href: "", text: "" };
  for (const token of tokens) {
    if (token.type === "link_open") link = { href: addressOf(token, "href"), text: "" };
    else if (token.type === "link_close") html += targetOf(link);
    else html += lineToken(token);
    link.text += token.content;
  }
  return html;
}

function lineToken(token: Token): string {
  if (token.type === "code_inline") return `<code>${escapeHtml(token.content)}</code>`;
  if (token.type === "image") return escapeHtml(`${token.content} (${addressOf(token, "src")})`);
  return ELEMENTS.get(token.type) ?? escapeHtml(token.content);
}

function targetOf({ href, text }: { href: string; text: string }): string {
  const isShown = [text, `mailto:${text}`, `http://${text}`].includes(href);
  return isShown ? "" : ` (${escapeHtml(href)})`;
}

function addressOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}
