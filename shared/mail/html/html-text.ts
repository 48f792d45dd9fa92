import { Parser } from "htmlparser2";
import { MAX_TEXT } from "../readable-text.ts";
import { type Attributes, type Look, lookOf } from "./hidden.ts";
import { hiddenNames } from "./style-sheet.ts";
import { TextWriter } from "./text-writer.ts";

const UNREAD = set("head style script template noscript object svg math title select textarea button iframe");
const BLOCKS = set("address article aside center dd div dl dt fieldset footer form header li main nav section tr");
const PARAGRAPHS = set("blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul");
const CELLS = set("td th");
/** Elements that hold nothing, so that none of them is ever closed. */
const VOIDS = set("area base br col embed hr img input link meta source track wbr");

/** Links of newsletters carry kilobytes of tracking, which a model would be paid to read. */
const MAX_LINK = 300;
/** Of one style sheet. */
const MAX_STYLES = 64 * 1024;
/** Deeper than any mail program nests tables; a page is read up to there. */
const MAX_DEPTH = 500;
/** Characters given to the parser at a time. */
const PIECE = 4_096;
/** Quotations in quotations, as marks before each of their lines. */
const MAX_QUOTES = 20;

type Open = Look & { name: string; link: string; text: string; items: number };

/** What a reader sees of an HTML body: no styles, scripts, hidden elements or pictures. In one pass, without a tree. */
export function htmlText(html: string): string {
  const page = new Page();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (text) => page.text(text),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true },
  );
  // In pieces, so that a bomb of open elements is found while it is small.
  for (let at = 0; at < html.length && !page.isFull; at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (!page.isFull) parser.end();
  return page.end();
}

class Page {
  readonly #out = new TextWriter();
  readonly #open: Open[] = [];
  #pre = 0;
  /** Of classes and ids, as the page's style sheets say; a page has them above its text. */
  readonly #hiddenNames = new Set<string>();

  /** More would not be read. */
  get isFull(): boolean {
    return this.#open.length > MAX_DEPTH || this.#out.length > MAX_TEXT;
  }

  open(name: string, attributes: Attributes): void {
    const outer = this.#open.at(-1);
    const look = lookOf(attributes, outer?.background ?? false);
    const hidden = (outer?.hidden ?? false) || look.hidden || UNREAD.has(name) || this.#isHiddenByName(attributes);
    if (VOIDS.has(name)) {
      if (!hidden) this.#mark(name);
      return;
    }
    const link = name === "a" ? (attributes["href"] ?? "") : "";
    this.#open.push({ ...look, name, hidden, link, text: "", items: 0 });
    if (!hidden) this.#begin(name, outer);
  }

  text(text: string): void {
    const open = this.#open.at(-1);
    if (open?.name === "style" && open.text.length < MAX_STYLES) open.text += text;
    if (open?.hidden) return;
    if (open && open.link !== "" && open.text.length < MAX_LINK) open.text += text;
    if (this.#pre > 0) this.#out.verbatim(text);
    else this.#out.text(text);
  }

  close(name: string): void {
    if (VOIDS.has(name)) return;
    const open = this.#open.pop();
    if (open?.name === "style") for (const hidden of hiddenNames(open.text)) this.#hiddenNames.add(hidden);
    if (open === undefined || open.hidden) return;
    if (open.link !== "") this.#closeLink(open);
    if (name === "pre") this.#pre--;
    if (name === "blockquote") this.#leaveQuote();
    if (PARAGRAPHS.has(name)) this.#out.paragraph();
    else if (BLOCKS.has(name)) this.#out.block();
    else if (CELLS.has(name)) this.#out.text(" ");
  }

  end(): string {
    return this.#out.end();
  }

  #mark(name: string): void {
    if (name === "br") this.#out.lineBreak();
    if (name !== "hr") return;
    this.#out.block();
    this.#out.text("_".repeat(32));
    this.#out.block();
  }

  #begin(name: string, outer: Open | undefined): void {
    if (PARAGRAPHS.has(name)) this.#out.paragraph();
    else if (BLOCKS.has(name)) this.#out.block();
    if (name === "blockquote" && this.#out.quotes < MAX_QUOTES) this.#out.quotes++;
    if (name === "pre") this.#pre++;
    if (name === "li") this.#out.text(outer?.name === "ol" ? `${++outer.items}. ` : "- ");
  }

  #isHiddenByName(attributes: Attributes): boolean {
    if (this.#hiddenNames.size === 0) return false;
    const classes = (attributes["class"] ?? "").split(/\s+/).map((name) => `.${name}`);
    return [`#${attributes["id"]}`, ...classes].some((name) => this.#hiddenNames.has(name));
  }

  #leaveQuote(): void {
    this.#out.block();
    const depth = this.#open.filter(({ name, hidden }) => name === "blockquote" && !hidden).length;
    this.#out.quotes = Math.min(depth, MAX_QUOTES);
  }

  #closeLink({ link, text }: Open): void {
    const shown = text.trim();
    const isPlain = /^https?:\/\//i.test(link) && link.length <= MAX_LINK;
    if (isPlain && shown !== "" && shown !== link) this.#out.text(` <${link}>`);
  }
}

function set(names: string): Set<string> {
  return new Set(names.split(" "));
}
