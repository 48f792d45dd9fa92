import type { Color } from "./colors.ts";
import type { Length } from "./lengths.ts";

/** Takes the parent's value, or the one that the property begins with. */
export type Wide = "inherit" | "initial";

/** What an element's declarations say, of those properties that decide whether its text can be seen and how it is read. */
export type Style = {
  display?: string;
  visibility?: "visible" | "hidden" | Wide;
  fontSize?: Length | Wide;
  /** Whether a line takes any height. */
  lines?: "none" | "some" | Wide;
  /** "page": the body's, which tables take in a page without a document type. */
  color?: Color | Wide | "page";
  /** `-webkit-text-fill-color`, which takes the place of `color`. */
  textFill?: Color | Wide;
  background?: Color;
  hasImage?: boolean;
  /** The text has a shadow, or shows its background: its own color tells nothing then. */
  hasShadow?: boolean;
  opacity?: number;
  /** Of `content-visibility`, `transform`, `scale`, `clip-path`, `filter`: nothing is left to see. */
  isSkipped?: boolean;
  isShrunk?: boolean;
  isScaledAway?: boolean;
  isCutOff?: boolean;
  isFiltered?: boolean;
  /** `clip`, which works where the position is absolute. */
  isClipped?: boolean;
  /** `translate`, in pixels. */
  shift?: [number, number];
  /** Only Outlook for Windows knows it. */
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

/** What is given in lengths; "none" takes back what was given before. */
export type Sizes = { [name in Size]?: Length | "none" };

export const SIZES = [
  ...(["width", "height", "min-width", "min-height", "max-width", "max-height"] as const),
  ...(["padding-left", "padding-right", "padding-bottom", "margin-left", "margin-top"] as const),
  ...(["left", "right", "top", "text-indent"] as const),
];

export type Size = (typeof SIZES)[number];

/** The later one counts. */
export function merged(styles: readonly Style[]): Style {
  if (styles.length <= 1) return styles[0] ?? {};
  const all: Style = Object.assign({}, ...styles);
  const sizes = styles.flatMap((style) => style.sizes ?? []);
  return sizes.length === 0 ? all : { ...all, sizes: Object.assign({}, ...sizes) };
}
