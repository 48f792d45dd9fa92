import { type Declarations, declarationsOf } from "./declarations.ts";
import { merged, type Style } from "./style.ts";
import type { Named, StyleSheet } from "./style-sheet.ts";
import { type Attributes, attributeStyle, ownStyle } from "./user-agent.ts";

/** Mails repeat the same few inline styles in every cell. */
const MAX_KEPT = 500;
const MAX_KEPT_LENGTH = 1_000;

/** What all that is said of an element comes to: https://www.w3.org/TR/css-cascade-4/#cascade-sort */
export class Cascade {
  readonly #sheet: StyleSheet;
  readonly #isQuirky: boolean;
  readonly #inline = new Map<string, Declarations>();
  readonly #own = new Map<string, Style>();

  constructor(sheet: StyleSheet, isQuirky: boolean) {
    this.#sheet = sheet;
    this.#isQuirky = isQuirky;
  }

  styleOf(element: Named, attributes: Attributes): Style {
    const { name } = element;
    const own = this.#ownStyle(name);
    const isBare = Object.keys(attributes).length === 0;
    if (isBare && this.#sheet.isEmpty) return own;
    const inline = this.#inlineStyle(attributes["style"] ?? "");
    const { normal, important } = this.#sheet.stylesOf(element);
    const attribute = isBare ? {} : attributeStyle(name, attributes);
    const style = merged([own, attribute, ...normal, inline.normal, ...important, inline.important]);
    // Outlook hides such a link, since it draws a button of its own there; every other reader sees the link.
    return name === "a" && style.isMsoHidden ? { ...style, isMsoHidden: false } : style;
  }

  #ownStyle(name: string): Style {
    const known = this.#own.get(name);
    if (known) return known;
    const style = ownStyle(name, this.#isQuirky);
    if (this.#own.size < MAX_KEPT) this.#own.set(name, style);
    return style;
  }

  #inlineStyle(css: string): Declarations {
    const known = this.#inline.get(css);
    if (known) return known;
    const declarations = declarationsOf(css);
    if (this.#inline.size < MAX_KEPT && css.length <= MAX_KEPT_LENGTH) this.#inline.set(css, declarations);
    return declarations;
  }
}
