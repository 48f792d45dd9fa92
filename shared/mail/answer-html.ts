import { Marked, type RendererObject, type Tokens } from "marked";
import { escapeHtml } from "./escape-html.ts";

/** The parser's time grows with the square of some inputs (`_a_` repeated): 20,000 characters of the worst take 0.7 s. */
const MAX_MARKDOWN = 20_000;

/**
 * The model's Markdown as HTML of a closed set of elements without any attribute: no script, no style, no image, no link.
 * A correspondent can talk the model into writing any address; so an address is shown as text, in full, and never stands
 * behind other words.
 * @returns undefined where the text alone has to do: it is too long, or nested too deep to be read
 */
export function answerHtml(markdown: string): string | undefined {
  if (markdown.length > MAX_MARKDOWN) return undefined;
  try {
    const html = marked.parse(markdown, { async: false });
    return html.trim() === "" ? undefined : html;
  } catch {
    return undefined;
  }
}

/** Every element that the parser knows is written here; what is not an element of ours comes out as escaped text. */
const renderer: RendererObject = {
  space: () => "",
  html: ({ raw }) => escapeHtml(raw),
  text(token) {
    return "tokens" in token && token.tokens ? this.parser.parseInline(token.tokens) : escapeHtml(token.text);
  },
  paragraph({ tokens }) {
    return `<p>${this.parser.parseInline(tokens)}</p>\n`;
  },
  heading({ tokens }) {
    return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
  },
  strong({ tokens }) {
    return `<strong>${this.parser.parseInline(tokens)}</strong>`;
  },
  em({ tokens }) {
    return `<em>${this.parser.parseInline(tokens)}</em>`;
  },
  del({ tokens }) {
    return `<del>${this.parser.parseInline(tokens)}</del>`;
  },
  blockquote({ tokens }) {
    return `<blockquote>\n${this.parser.parse(tokens)}</blockquote>\n`;
  },
  list({ ordered, items }) {
    const name = ordered ? "ol" : "ul";
    return `<${name}>\n${items.map((item) => this.listitem(item)).join("")}</${name}>\n`;
  },
  listitem({ tokens }) {
    return `<li>${this.parser.parse(tokens)}</li>\n`;
  },
  checkbox: ({ checked }) => (checked ? "[x] " : "[ ] "),
  table({ header, rows }) {
    const row = (cells: Tokens.TableCell[]) => `<tr>${cells.map((cell) => this.tablecell(cell)).join("")}</tr>\n`;
    return `<table>\n${[header, ...rows].map(row).join("")}</table>\n`;
  },
  tablecell({ header, tokens }) {
    const name = header ? "th" : "td";
    return `<${name}>${this.parser.parseInline(tokens)}</${name}>`;
  },
  code: ({ text }) => `<pre><code>${escapeHtml(text)}</code></pre>\n`,
  codespan: ({ text }) => `<code>${escapeHtml(text)}</code>`,
  hr: () => "<hr>\n",
  br: () => "<br>",
  def: () => "",
  link({ href, text, tokens }) {
    const shown = this.parser.parseInline(tokens);
    const isPlain = [text, `mailto:${text}`, `http://${text}`].includes(href);
    return isPlain ? shown : `${shown} (${escapeHtml(href)})`;
  },
  image: ({ href, text }) => escapeHtml(`${text} (${href})`),
};

const marked = new Marked({ gfm: true, breaks: true, renderer });
