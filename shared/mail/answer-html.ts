import MarkdownIt from "markdown-it";
import { elementsOf } from "./answer-elements.ts";

/** As long an answer as is worth reading as HTML; the parser's time grows with the length and no faster. */
const MAX_MARKDOWN = 20_000;
/** The parser leaves out what is nested deeper, without a word. */
const MAX_NESTING = 100;

/**
 * The model's Markdown as HTML of a closed set of elements: no script, no image, no link, and no attribute but those that
 * `elementsOf` writes. A correspondent can talk the model into writing any address; so an address is shown as text, in
 * full, and never stands behind other words.
 * @returns undefined where the text alone has to do: it is too long, or nested too deep to be read
 */
export function answerHtml(markdown: string): string | undefined {
  if (markdown.length > MAX_MARKDOWN) return undefined;
  const tokens = parser.parse(markdown, {});
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1)) return undefined;
  const html = elementsOf(tokens);
  return html.trim() === "" ? undefined : html;
}

// HTML and entities are text, as in the plain part; so are definitions of links, which would be shown nowhere else.
const parser = new MarkdownIt({ html: false, linkify: false, breaks: true, maxNesting: MAX_NESTING });
parser.disable(["entity", "reference"]);
// An address is text here, so every one is let through, as the model wrote it.
parser.validateLink = () => true;
parser.normalizeLink = (url) => url;
parser.normalizeLinkText = (text) => text;
