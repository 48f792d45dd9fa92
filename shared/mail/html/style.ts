import type { Color } from "./colors.ts";
import type { Length } from "./lengths.ts";

/** The parent's value, or the property's initial value. */
export type Wide = "inherit" | "initial";

/** The declarations of an element that decide whether its text can be seen and how it is read. */
export type Style = {
  display?: string;
  visibility?: "visible" | "hidden" | Wide;
  fontSize?: Length | Wide;
  /** Whether a line takes any height. */
  lines?: "none" | "some" | Wide;
  /** "page" is the body's color, which tables use in a page without a document type. */
  color?: Color | Wide | "page";
  /** `-webkit-text-fill-color`, which overrides `color`. */
  textFill?: Color | Wide;
  background?: Color;
  hasImage?: boolean;
  /** The text has a shadow or shows its background, so its own color proves nothing. */
  hasShadow?: boolean;
  opacity?: number;
  /** Set by `content-visibility`, `transform`, `scale`, `clip-path`, `filter` when nothing stays visible. */
  isSkipped?: boolean;
  isShrunk?: boolean;
  isScaledAway?: boolean;
  isCutOff?: boolean;
  isFiltered?: boolean;
  /** `clip`, which works only with an absolute position. */
  isClipped?: boolean;
  /** `translate`, in pixels. */
  shift?: [number, number];
  /** `mso-hide`, which only Outlook for Windows knows. */
  isMsoHidden?: boolean;
  position?: string;
  isFloating?: boolean;
  clipsX?: boolean;
  clipsY?: boolean;
  isPre?: boolean | Wide;
  /** `list-style-type`. */
  marker?: string;
  sizes?: Sizes;
};

/** Properties with a length; "none" undoes an earlier length. */
export type Sizes = { [name in Size]?: Length | "none" };

export const SIZES = [
  ...(["width", "height", "min-width", "min-height", "max-width", "max-height"] as const),
  ...(["padding-left", "padding-right", "padding-bottom", "margin-left", "margin-top"] as const),
  ...(["left", "right", "top", "text-indent"] as const),
];

export type Size = (typeof SIZES)[number];

/** Merges styles; later ones win. */
export function mergeStyles(styles: readonly Style[]): Style {
  if (styles.length <= 1) return styles[0] ?? {};
  const all: Style = Object.assign({}, ...styles);
  const sizes = styles.flatMap((style) => style.sizes ?? []);
  return sizes.length === 0 ? all : { ...all, sizes: Object.assign({}, ...sizes) };
}
