import { type Length, PAGE_WIDTH, pixels } from "./lengths.ts";
import type { Size, Style } from "./style.ts";

/** A box of at most this many pixels shows a line, not a text. */
const THIN = 2;
const OFF_PAGE = -500;

/** True for a box without height or width that hides its overflow. */
export function isCollapsed(style: Style, fontSize: number): boolean {
  if (!style.sizes || !hasSize(style)) return false;
  const size = (name: Size) => lengthIn(style.sizes?.[name], fontSize);
  const isLow =
    Math.min(size("height") ?? Infinity, size("max-height") ?? Infinity) + (size("padding-bottom") ?? 0) <= THIN;
  if (style.clipsY && isLow && (size("min-height") ?? 0) <= THIN) return true;
  const isNarrow =
    Math.min(size("width") ?? Infinity, size("max-width") ?? Infinity) + (size("padding-right") ?? 0) <= THIN;
  return style.clipsX === true && isNarrow && (size("min-width") ?? 0) <= THIN;
}

/** True for a box that is placed above the page or beyond its right edge. */
export function isMovedOffPage(style: Style, fontSize: number): boolean {
  const size = (name: Size) => lengthIn(style.sizes?.[name], fontSize) ?? 0;
  if ((style.shift?.[1] ?? 0) <= OFF_PAGE || size("margin-top") <= OFF_PAGE) return true;
  if (isOutOfFlow(style)) return size("top") <= OFF_PAGE || size("right") <= OFF_PAGE;
  return style.position === "relative" && size("top") <= OFF_PAGE;
}

/** Inline text has no height or width of its own, and parts of a table grow with their contents. */
export function hasSize(style: Style): boolean {
  if (isOutOfFlow(style) || style.isFloating) return true;
  const { display = "inline" } = style;
  return display !== "inline" && display !== "contents" && !display.startsWith("table");
}

function lengthIn(length: Length | "none" | undefined, fontSize: number): number | undefined {
  if (length === undefined || length === "none") return undefined;
  // A percentage of an undefined height is ignored, so 0 % hides nothing.
  return length.unit === "%" && length.value === 0 ? undefined : pixels(length, fontSize, PAGE_WIDTH);
}

export function isOutOfFlow({ position }: Style): boolean {
  return position === "absolute" || position === "fixed";
}
