import { Cascade } from "./cascade.ts";
import { type List, listOf, markerOf } from "./list-marker.ts";
import { type Look, PAGE } from "./look.ts";
import { Looks } from "./looks.ts";
import { pageStyles } from "./page-styles.ts";
import { type Named, StyleSheet } from "./style-sheet.ts";
import { TextWriter } from "./text-writer.ts";
import type { Attributes } from "./user-agent.ts";

/** The contents of these elements are never shown as text, whatever their style. */
const UNREAD = set("style script template noscript object svg title select textarea iframe noembed noframes datalist");
const BLOCKS = set("address article aside center dd div dl dt fieldset footer form header li main nav section tr");
const PARAGRAPHS = set("blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul");
const CELLS = set("td th");
const LISTS = set("ol ul menu dir");
/** Void elements, which have no end tag. */
const VOIDS = set("area base br col embed hr img input link meta source track wbr");
/** Elements that can come before the body. */
const BEFORE_BODY = set("html head title meta link base style script body frameset");
/** Values of `display` that start a new line for any element. */
const LINES = set("block flex grid list-item flow-root");

/** Newsletter links carry kilobytes of tracking data, and the owner would pay for the model to read them. */
const MAX_LINK = 300;
/** No mail program nests tables deeper; the page is read up to this depth. */
const MAX_DEPTH = 500;
/** The maximum number of quote marks before a line. */
const MAX_QUOTES = 20;
const MAX_CLASSES = 1_000;

/** Gmail and Outlook write emoji as pictures. The alternative text of other pictures is not visible to people. */
const EMOJI = /^(?=.*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}))[\p{Emoji}\p{Emoji_Component}]{1,16}$/u;

type Open = {
  named: Named;
  outer: Open | undefined;
  look: Look;
  link: string;
  text: string;
  list: List | undefined;
  isFresh: boolean;
  /** The element whose lines it is part of: itself, unless it is inline. */
  block: { isBelowFirst: boolean };
};

/** Reads a page element by element. */
export class Page {
  readonly #out = new TextWriter();
  readonly #sheet: StyleSheet;
  readonly #cascade: Cascade;
  readonly #looks = new Looks();
  readonly #max: number;
  #depth = 0;
  #quotes = 0;
  #top: Open | undefined;
  /** The look of a body without a tag. */
  #implied: Look | undefined;

  constructor(html: string, max: number) {
    const isQuirky = !/^\s{0,100}(?:<!--[^>]{0,500}>\s{0,100})?<!doctype/i.test(html.slice(0, 1_000));
    this.#max = max;
    this.#sheet = new StyleSheet(isQuirky);
    for (const css of pageStyles(html)) this.#sheet.add(css);
    this.#cascade = new Cascade(this.#sheet, isQuirky);
  }

  /** True when a limit is reached. */
  get isFull(): boolean {
    return this.#depth > MAX_DEPTH || this.#out.length > this.#max;
  }

  open(name: string, attributes: Attributes): void {
    const outer = this.#top;
    const named = this.#named(name, attributes);
    const around = BEFORE_BODY.has(name) ? (outer?.look ?? PAGE) : this.#around();
    const styled = this.#looks.of(around, this.#cascade.styleOf(named, attributes));
    const look = UNREAD.has(name)
      ? { ...styled, isThere: false, isSeen: false, isSeenBelow: false }
      : bodyLook(name, styled);
    if (VOIDS.has(name)) {
      if (look.isThere) this.#mark(name, attributes, look);
      return;
    }
    const link = name === "a" ? (attributes["href"] ?? "") : "";
    const list = LISTS.has(name) ? listOf(attributes) : outer?.list;
    const block = look.display === "inline" && outer ? outer.block : { isBelowFirst: false };
    if (outer && !/^(?:none|inline)/.test(look.display)) outer.block.isBelowFirst = true;
    this.#top = { named, outer, look, link, text: "", list, isFresh: true, block };
    this.#depth++;
    if (look.isThere) this.#begin(name, attributes, this.#top);
  }

  text(text: string): void {
    const open = this.#top;
    const look = open?.look ?? this.#around();
    if (!(open?.block.isBelowFirst ? look.isSeenBelow : look.isSeen)) {
      // A blank separates its neighbours even if it is too small to be seen.
      if (look.isThere && text.length < 100 && text.trim() === "") this.#out.text(" ");
      return;
    }
    if (open && open.link !== "" && open.text.length < MAX_LINK) open.text += text;
    if (!look.isPre) {
      this.#out.text(text);
      return;
    }
    // HTML ignores the line break right after <pre>.
    const isFirst = open?.named.name === "pre" && open.isFresh;
    this.#out.verbatim(isFirst ? text.replace(/^\r?\n/, "") : text);
    if (open) open.isFresh = false;
  }

  close(name: string): void {
    const open = this.#top;
    if (VOIDS.has(name) || open === undefined) return;
    this.#top = open.outer;
    this.#depth--;
    if (!open.look.isThere) return;
    if (open.link !== "") this.#closeLink(open);
    if (name === "blockquote") this.#leaveQuote();
    if (PARAGRAPHS.has(name)) this.#out.paragraph();
    else if (isLine(name, open.look)) this.#out.block();
    else if (CELLS.has(name)) this.#out.text(" ");
  }

  end(): string {
    return this.#out.end();
  }

  #named(name: string, { id = "", class: classes = "" }: Attributes): Named {
    if (this.#sheet.isEmpty) return { name, id: "", classes: [], outer: undefined };
    const names = classes === "" ? [] : this.#sheet.foldCase(classes).split(/\s+/, MAX_CLASSES);
    return { name, id: this.#sheet.foldCase(id), classes: names, outer: this.#top?.named };
  }

  /** The look around the next element or text; outside of every element it is the body's. */
  #around(): Look {
    const open = this.#top;
    if (open !== undefined && open.named.name !== "html" && open.named.name !== "head") return open.look;
    this.#implied ??= bodyLook(
      "body",
      this.#looks.of(open?.look ?? PAGE, this.#cascade.styleOf(this.#named("body", {}), {})),
    );
    return this.#implied;
  }

  #mark(name: string, attributes: Attributes, look: Look): void {
    const { alt = "" } = attributes;
    if (name === "br") {
      this.#out.lineBreak();
      if (this.#top) this.#top.block.isBelowFirst = true;
    }
    if (name === "img" && look.isSeen && alt.length <= 32 && EMOJI.test(alt)) this.#out.text(alt);
    if (name !== "hr") return;
    this.#out.block();
    this.#out.text("_".repeat(32));
    this.#out.block();
  }

  #begin(name: string, attributes: Attributes, { look, list }: Open): void {
    if (PARAGRAPHS.has(name)) this.#out.paragraph();
    else if (isLine(name, look)) this.#out.block();
    if (name === "blockquote") this.#out.quotes = Math.min(++this.#quotes, MAX_QUOTES);
    if (name !== "li") return;
    const marker = markerOf(list, look.marker, attributes);
    if (look.isSeen && marker !== "") this.#out.text(marker);
  }

  #leaveQuote(): void {
    this.#out.block();
    this.#quotes--;
    this.#out.quotes = Math.min(this.#quotes, MAX_QUOTES);
  }

  #closeLink({ link, text }: Open): void {
    const shown = text.trim();
    const isPlain = /^https?:\/\//i.test(link) && link.length <= MAX_LINK;
    if (isPlain && shown !== "" && shown !== link) this.#out.text(` <${link}>`);
  }
}

function bodyLook(name: string, look: Look): Look {
  return name === "body" ? { ...look, pageColor: look.color } : look;
}

function isLine(name: string, { display }: Look): boolean {
  return BLOCKS.has(name) || LINES.has(display);
}

function set(names: string): Set<string> {
  return new Set(names.split(" "));
}
