/** One element of a selector: `td.a.b#c`. */
export type Compound = { tag: string; id: string; classes: string[] };

export type Selector = {
  /** The last one is the element itself. `isChild`: the compound before it is its parent, not just any ancestor. */
  compounds: (Compound & { isChild: boolean })[];
  /** https://www.w3.org/TR/selectors-4/#specificity-rules */
  specificity: number;
  /** The selector has conditions that are not checked here (`:first-child`, `[dir]`, `a + b`), so it may not apply. */
  isVague: boolean;
};

/** Nobody writes longer selectors by hand, and no program writes them into a mail. */
const MAX_LENGTH = 256;
const NAME = "(?:[\\w-]|[^\\0-\\x7f])+";
const TOKEN = new RegExp(
  `\\s*([>+~])\\s*|(\\s+)|\\.(${NAME})|#(${NAME})|(${NAME}|\\*)|(::?[\\w-]+)(?:\\([^()]*\\))?|(\\[[^\\]]*\\])`,
  "y",
);
/** These apply to no text of the page, or only after the reader does something. */
const NOT_THE_TEXT =
  /^(?:::.*|:(?:before|after|first-line|first-letter|hover|active|focus|focus-visible|focus-within|visited|target|checked))$/;

/** Undefined for a selector that applies to no text of the page or cannot be read. */
export function selectorOf(written: string): Selector | undefined {
  const text = written.trim();
  if (text === "" || text.length > MAX_LENGTH) return undefined;
  const selector: Selector = { compounds: [emptyCompound()], specificity: 0, isVague: false };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [, combinator, blank, className, id, tag, pseudo, attribute] = TOKEN.exec(text) ?? [];
    const last = selector.compounds.at(-1);
    if (last === undefined) return undefined;
    if (combinator === "+" || combinator === "~") {
      // Siblings are not checked.
      selector.isVague = true;
      selector.compounds[selector.compounds.length - 1] = emptyCompound(last.isChild);
    } else if (combinator !== undefined || blank !== undefined) {
      selector.compounds.push(emptyCompound(combinator === ">"));
    } else if (className !== undefined) {
      last.classes.push(className);
      selector.specificity += 1_000;
    } else if (id !== undefined) {
      last.id = id;
      selector.specificity += 1_000_000;
    } else if (tag !== undefined) {
      last.tag = tag === "*" ? "" : tag.toLowerCase();
      selector.specificity += tag === "*" ? 0 : 1;
    } else if (pseudo === ":root") {
      last.tag = "html";
      selector.specificity += 1_000;
    } else if (pseudo !== undefined || attribute !== undefined) {
      if (pseudo !== undefined && NOT_THE_TEXT.test(pseudo)) return undefined;
      selector.isVague ||= pseudo !== ":link";
      selector.specificity += 1_000;
    } else {
      return undefined;
    }
  }
  return selector;
}

function emptyCompound(isChild = false): Compound & { isChild: boolean } {
  return { tag: "", id: "", classes: [], isChild };
}
