import { type Declarations, declarationsOf } from "./declarations.ts";
import { type Compound, type Selector, selectorOf } from "./selector.ts";
import { rulesOf } from "./sheet-rules.ts";
import { keepVisibleStyles } from "./showing-only.ts";
import type { Style } from "./style.ts";

/** What selectors compare: an element and its ancestors. */
export type Named = { name: string; id: string; classes: readonly string[]; outer: Named | undefined };

type Entry = Declarations & Selector & { order: number };

/** The maximum per page. Later selectors are ignored; a page of mail has a few hundred. */
const MAX_SELECTORS = 5_000;
/** The maximum number of name comparisons per page bounds its cost. Text after that counts as written. */
const MAX_STEPS = 2_000_000;

/** The style sheets of a page, in order. */
export class StyleSheet {
  readonly #entries = new Map<string, Entry[]>();
  readonly #isQuirky: boolean;
  #count = 0;
  #steps = MAX_STEPS;

  constructor(isQuirky: boolean) {
    this.#isQuirky = isQuirky;
  }

  add(css: string): void {
    for (const { selectors, body } of rulesOf(css)) {
      if (this.#count >= MAX_SELECTORS) return;
      const declarations = declarationsOf(body);
      if (isEmpty(declarations.normal) && isEmpty(declarations.important)) continue;
      for (const written of selectors.slice(0, MAX_SELECTORS)) this.#addSelector(this.foldCase(written), declarations);
    }
  }

  /** Without a document type, names are compared case-insensitively. */
  foldCase(names: string): string {
    return this.#isQuirky ? names.toLowerCase() : names;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** The styles that apply to an element, weakest first. `isAlone`: they do not depend on its ancestors. */
  stylesOf(element: Named): { normal: Style[]; important: Style[]; isAlone: boolean } {
    if (this.isEmpty || this.#steps < 0) return { normal: [], important: [], isAlone: true };
    const candidates = this.#candidates(element);
    const entries = candidates
      .filter((entry) => this.#isMeant(entry.compounds, entry.compounds.length - 1, element))
      .sort((a, b) => a.specificity - b.specificity || a.order - b.order);
    return {
      normal: entries.map(({ normal }) => normal),
      important: entries.map(({ important }) => important),
      isAlone: candidates.every(({ compounds }) => compounds.length === 1),
    };
  }

  #candidates({ name, id, classes }: Named): Entry[] {
    const keys = new Set([name, ""]);
    if (id !== "") keys.add(`#${id}`);
    for (const one of classes) keys.add(`.${one}`);
    const found: Entry[] = [];
    for (const key of keys) found.push(...(this.#entries.get(key) ?? []));
    return found;
  }

  #addSelector(written: string, declarations: Declarations): void {
    if (++this.#count > MAX_SELECTORS) return;
    const selector = selectorOf(written);
    const last = selector?.compounds.at(-1);
    if (selector === undefined || last === undefined) return;
    const { normal, important } = selector.isVague ? keepVisibleStyles(declarations) : declarations;
    const key = last.id !== "" ? `#${last.id}` : last.classes[0] !== undefined ? `.${last.classes[0]}` : last.tag;
    const entries = this.#entries.get(key) ?? [];
    entries.push({ ...selector, normal, important, order: this.#count });
    this.#entries.set(key, entries);
  }

  #isMeant(compounds: Selector["compounds"], at: number, element: Named): boolean {
    const compound = compounds[at];
    if (compound === undefined) return true;
    this.#steps -= 1 + compound.classes.length * element.classes.length;
    if (this.#steps < 0 || !fits(compound, element)) return false;
    if (at === 0) return true;
    for (let outer = element.outer; outer !== undefined; outer = outer.outer) {
      if (this.#isMeant(compounds, at - 1, outer)) return true;
      if (compound.isChild) return false;
    }
    return false;
  }
}

function fits({ tag, id, classes }: Compound, element: Named): boolean {
  if (tag !== "" && tag !== element.name) return false;
  if (id !== "" && id !== element.id) return false;
  return classes.every((name) => element.classes.includes(name));
}

function isEmpty(style: Style): boolean {
  for (const _ in style) return false;
  return true;
}
