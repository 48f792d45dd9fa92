import MarkdownIt from "markdown-it";
import { elementsOf } from "./answer-elements.ts";

/** Longer answers are sent as text only. The parser's time grows linearly with the length. */
const MAX_MARKDOWN = 20_000;
/** The parser silently drops anything nested deeper than this. */
const MAX_NESTING = 100;

/**
 * Renders the model's Markdown as HTML from a closed set of elements: no scripts, images or links, and only the
 * attributes that `elementsOf` writes. A correspondent can talk the model into writing any address, so an address is
 * shown as text, in full, and never hidden behind other words.
 * @returns undefined when only the text can be sent: the answer is too long or nested too deep
 */
export function answerHtml(markdown: string): string | undefined {
  if (markdown.length > MAX_MARKDOWN) return undefined;
  const tokens = parser.parse(markdown, {});
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1)) return undefined;
  const html = elementsOf(tokens);
  return html.trim() === "" ? undefined : html;
}

// HTML and entities stay text, as in the plain part. So do link definitions, which would otherwise disappear.
const parser = new MarkdownIt({ html: false, linkify: false, breaks: true, maxNesting: MAX_NESTING });
parser.disable(["entity", "reference"]);
// Addresses come out as text, so all of them pass as the model wrote them.
parser.validateLink = () => true;
parser.normalizeLink = (url) => url;
parser.normalizeLinkText = (text) => text;
