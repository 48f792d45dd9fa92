import { hasSize, isCollapsed, isMovedOffPage, isOutOfFlow } from "./box.ts";
import { BLACK, blendOver, type Color, isClear, isNear, WHITE } from "./colors.ts";
import { type Length, PAGE_WIDTH, pixels } from "./lengths.ts";
import type { Size, Sizes, Style, Wide } from "./style.ts";

/** The computed properties of an element that decide whether its text can be seen. */
export type Look = {
  /** False if neither the element nor anything inside it is shown. No inner element can undo that. */
  isThere: boolean;
  /** Whether text directly inside it is seen. */
  isSeen: boolean;
  /** The same for the lines after the first. Only the first line is indented. */
  isSeenBelow: boolean;
  display: string;
  isPre: boolean;
  marker: string;
  isVisible: boolean;
  /** In pixels, like the positions below. */
  fontSize: number;
  hasLines: boolean;
  /** The element is only as high as its lines and hides its overflow. */
  isTight: boolean;
  color: Color;
  /** The body's color. */
  pageColor: Color;
  textFill: Color | undefined;
  /** The color behind the text. */
  fill: Color;
  hasShadow: boolean;
  opacity: number;
  /** The left edge, relative to the page's left edge. */
  left: number;
  /** The indent of its first line, relative to the left edge. */
  indent: number;
  /** The indent of the element whose lines it is part of. */
  lineIndent: number;
};

const FONT = 16;

export const PAGE: Look = {
  ...{
    isThere: true,
    isSeen: true,
    isSeenBelow: true,
    display: "block",
    isPre: false,
    marker: "disc",
    isVisible: true,
  },
  ...{
    fontSize: FONT,
    hasLines: true,
    isTight: false,
    color: BLACK,
    pageColor: BLACK,
    textFill: undefined,
    fill: WHITE,
  },
  ...{ hasShadow: false, opacity: 1, left: 0, indent: 0, lineIndent: 0 },
};

/** Smaller text cannot be read. */
const MIN_FONT = 2;
const MIN_OPACITY = 0.05;
/** At this position, no part of an ordinary line is on the page. */
const OFF_PAGE = -500;

/**
 * Computes how an element looks. The model must not see text that people cannot see, because it could carry orders
 * that its reader never saw.
 */
export function lookOf(outer: Look, style: Style): Look {
  if (isPlain(style) && outer.indent === outer.lineIndent) return plainLook(outer, style);
  const fontSize = fontSizeOf(style.fontSize, outer.fontSize);
  const size = (name: Size) => sizeOf(style.sizes?.[name], fontSize);
  const isPlaced = style.position !== undefined && style.position !== "static" && style.position !== "initial";
  const hasLines = inherited(style.lines, outer.hasLines ? "some" : "none", "some") === "some";
  const opacity = outer.opacity * (style.opacity ?? 1);
  const indent = style.sizes?.["text-indent"] === undefined ? outer.indent : size("text-indent");
  const look: Look = {
    isThere:
      outer.isThere &&
      opacity > MIN_OPACITY &&
      !isGone(style) &&
      !isCollapsed(style, fontSize) &&
      !isMovedOffPage(style, fontSize),
    isSeen: false,
    isSeenBelow: false,
    display: style.display ?? "inline",
    isPre: inherited(style.isPre, outer.isPre, false),
    marker: style.marker ?? outer.marker,
    isVisible: inherited(style.visibility, outer.isVisible ? "visible" : "hidden", "visible") === "visible",
    fontSize,
    hasLines,
    isTight: isTight(style, hasLines, outer),
    color: style.color === "page" ? outer.pageColor : inherited(style.color, outer.color, BLACK),
    pageColor: outer.pageColor,
    textFill: style.textFill === "initial" ? undefined : inherited(style.textFill, outer.textFill, undefined),
    fill: fillOf(style, outer.fill),
    hasShadow: outer.hasShadow || style.hasShadow === true,
    opacity,
    left:
      outer.left + size("margin-left") + size("padding-left") + (style.shift?.[0] ?? 0) + (isPlaced ? size("left") : 0),
    indent,
    lineIndent: style.display === "inline" ? outer.lineIndent : indent,
  };
  const isSeenBelow = isSeen(look);
  return { ...look, isSeenBelow, isSeen: isSeenBelow && look.left + look.lineIndent > OFF_PAGE };
}

/** True if the style is only the browser's default. */
function isPlain(style: Style): boolean {
  for (const name in style) if (name !== "display" && name !== "marker") return false;
  return true;
}

function plainLook(outer: Look, { display = "inline", marker = outer.marker }: Style): Look {
  if (display === "none") return { ...outer, isThere: false, isSeen: false, isSeenBelow: false, display };
  return { ...outer, display, marker };
}

function isSeen(look: Look): boolean {
  if (!look.isThere || !look.isVisible || look.fontSize < MIN_FONT) return false;
  if (look.isTight && !look.hasLines) return false;
  if (look.left <= OFF_PAGE) return false;
  return look.hasShadow || !isPale(look.textFill ?? look.color, look.fill);
}

function isPale(color: Color, fill: Color): boolean {
  return isClear(color) || isNear(blendOver(color, fill), fill);
}

function isGone(style: Style): boolean {
  if (style.display === "none" || style.isMsoHidden) return true;
  if (style.isSkipped || style.isCutOff || style.isFiltered) return true;
  // Inline text cannot be transformed.
  if ((style.isShrunk || style.isScaledAway) && (hasSize(style) || style.display !== "inline")) return true;
  return style.isClipped === true && isOutOfFlow(style);
}

function isTight(style: Style, hasLines: boolean, outer: Look): boolean {
  if (hasLines || givesHeight(style.sizes)) return false;
  return outer.isTight || (style.clipsY === true && hasSize(style));
}

function givesHeight(sizes: Sizes = {}): boolean {
  return sizes.height !== undefined || sizes["min-height"] !== undefined || sizes["padding-bottom"] !== undefined;
}

function fillOf({ background, hasImage }: Style, behind: Color): Color {
  if (hasImage) return "unknown";
  return background === undefined ? behind : blendOver(background, behind);
}

function fontSizeOf(size: Length | Wide | undefined, outer: number): number {
  if (size === undefined || size === "inherit") return outer;
  return size === "initial" ? FONT : pixels(size, outer, outer);
}

function sizeOf(size: Length | "none" | undefined, fontSize: number): number {
  return size === undefined || size === "none" ? 0 : pixels(size, fontSize, PAGE_WIDTH);
}

function inherited<T>(value: T | Wide | undefined, outer: T, first: T): T {
  if (value === undefined || value === "inherit") return outer;
  return value === "initial" ? first : value;
}
