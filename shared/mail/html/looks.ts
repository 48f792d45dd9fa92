import { type Look, lookOf } from "./look.ts";
import type { Style } from "./style.ts";

/** The maximum per page. */
const MAX_KEPT = 2_000;

/** Caches looks by their inputs: a page has the same few elements in the same few places, a thousand times. */
export class Looks {
  readonly #known = new WeakMap<Look, Map<Style, Look>>();
  #count = 0;

  of(outer: Look, style: Style): Look {
    const known = this.#known.get(outer);
    const before = known?.get(style);
    if (before !== undefined) return before;
    const look = lookOf(outer, style);
    if (this.#count++ >= MAX_KEPT) return look;
    if (known) known.set(style, look);
    else this.#known.set(outer, new Map([[style, look]]));
    return look;
  }
}
