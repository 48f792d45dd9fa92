import { type Declarations, declarationsOf } from "./declarations.ts";
import { mergeStyles, type Style } from "./style.ts";
import type { Named, StyleSheet } from "./style-sheet.ts";
import { type Attributes, attributeStyle, ownStyle } from "./user-agent.ts";

/** Mails repeat the same few inline styles in every cell. */
const MAX_KEPT = 500;
const MAX_KEPT_LENGTH = 1_000;

/** The attributes that can affect a style, besides the inline style. */
const OTHERS = "class id bgcolor background color text size type hidden href".split(" ");

/**
 * Computes the style of an element from everything that applies to it:
 * https://www.w3.org/TR/css-cascade-4/#cascade-sort
 */
export class Cascade {
  readonly #sheet: StyleSheet;
  readonly #isQuirky: boolean;
  readonly #inline = new Map<string, Declarations>();
  readonly #known = new Map<string, Map<string, Style>>();
  #count = 0;

  constructor(sheet: StyleSheet, isQuirky: boolean) {
    this.#sheet = sheet;
    this.#isQuirky = isQuirky;
  }

  styleOf(element: Named, attributes: Attributes): Style {
    const { style: inline = "" } = attributes;
    const key = keyOf(element.name, attributes);
    const known = this.#known.get(key);
    const before = known?.get(inline);
    if (before !== undefined) return before;
    const { style, isAlone } = this.#computed(element, attributes);
    const isKept = isAlone && this.#count < MAX_KEPT && key.length + inline.length <= MAX_KEPT_LENGTH;
    if (!isKept) return style;
    this.#count++;
    if (known) known.set(inline, style);
    else this.#known.set(key, new Map([[inline, style]]));
    return style;
  }

  #computed(element: Named, attributes: Attributes): { style: Style; isAlone: boolean } {
    const { name } = element;
    const { normal, important, isAlone } = this.#sheet.stylesOf(element);
    const inline = this.#inlineStyle(attributes["style"] ?? "");
    const own = ownStyle(name, this.#isQuirky);
    const attribute = attributeStyle(name, attributes);
    const style = mergeStyles([own, attribute, ...normal, inline.normal, ...important, inline.important]);
    return { style: { ...style, ...exceptionOf(name) }, isAlone };
  }

  #inlineStyle(css: string): Declarations {
    const known = this.#inline.get(css);
    if (known) return known;
    const declarations = declarationsOf(css);
    if (this.#inline.size < MAX_KEPT && css.length <= MAX_KEPT_LENGTH) this.#inline.set(css, declarations);
    return declarations;
  }
}

/** Styles that have no effect on this element. */
function exceptionOf(name: string): Style {
  // Outlook hides such a link because it draws its own button there. Every other reader shows the link.
  if (name === "a") return { isMsoHidden: false };
  // The window scrolls instead of the page.
  return name === "body" || name === "html" ? { clipsX: false, clipsY: false } : {};
}

/**
 * Identifies everything that an element's style depends on, except its inline style and the elements around it. The
 * lengths are included, so that no value can look like two.
 */
function keyOf(name: string, attributes: Attributes): string {
  let key = name;
  for (const attribute of OTHERS) {
    const value = attribute === "href" && "href" in attributes ? "" : attributes[attribute];
    if (value !== undefined) key += ` ${attribute}=${value.length} ${value}`;
  }
  return key;
}
