import { backgroundShorthand, isImage } from "./background.ts";
import { CLEAR, type Color, colorOf } from "./colors.ts";
import { fontShorthand, fontSizeOf } from "./font-size.ts";
import { lengthOf } from "./lengths.ts";
import { hidesOverflow, isEmptyRect, isEmptyShape, isZero, transformOf } from "./shapes.ts";
import { SIZES, type Size, type Style, type Wide } from "./style.ts";

type Reader = (value: string) => Style | undefined;

const DISPLAYS = new Set(
  (
    "none block inline inline-block flex inline-flex grid inline-grid table inline-table table-row table-cell " +
    "table-row-group table-header-group table-footer-group table-caption table-column table-column-group list-item " +
    "flow-root contents run-in ruby -webkit-box -webkit-inline-box -webkit-flex -ms-flexbox"
  ).split(" "),
);
const NONE = /^(?:none|auto|normal|(?:max|min|fit)-content|fit-content\(.*|inherit|initial|unset|revert)$/;

/** Reads a declaration. Returns undefined if a browser would ignore it, so that an earlier declaration counts. */
export const PROPERTIES: ReadonlyMap<string, Reader> = new Map(
  Object.entries<Reader>({
    display: (value) => {
      const display = isWide(value) ? "" : (value.split(" ")[0] ?? "");
      return display === "" || DISPLAYS.has(display) ? { display } : undefined;
    },
    visibility: (value) => {
      if (value === "visible") return { visibility: "visible" };
      if (value === "hidden" || value === "collapse") return { visibility: "hidden" };
      return wide(value, (visibility) => ({ visibility }));
    },
    "font-size": (value) => {
      const fontSize = fontSizeOf(value);
      return fontSize ? { fontSize } : wide(value, (fontSize) => ({ fontSize }));
    },
    font: (value) => fontShorthand(value) ?? wide(value, (all) => ({ fontSize: all, lines: all })),
    "line-height": (value) => {
      if (value === "normal") return { lines: "some" };
      const length = lengthOf(value);
      // Hidden previews use a line height of one pixel.
      if (length) return { lines: length.value === 0 || (length.unit === "px" && length.value <= 1) ? "none" : "some" };
      return wide(value, (lines) => ({ lines }));
    },
    color: (value) => {
      const color = value === "currentcolor" ? undefined : colorOf(value);
      return color ? { color } : wide(value === "currentcolor" ? "inherit" : value, (color) => ({ color }));
    },
    "-webkit-text-fill-color": (value) => {
      if (value === "currentcolor") return { textFill: "initial" };
      const textFill = colorOf(value);
      return textFill ? { textFill } : wide(value, (textFill) => ({ textFill }));
    },
    "background-color": (value) => {
      const background: Color | undefined = isWide(value) ? CLEAR : colorOf(value);
      return background && { background };
    },
    "background-image": (value) => ({ hasImage: isImage(value) }),
    background: backgroundShorthand,
    "background-clip": (value) => (value.includes("text") ? { hasShadow: true } : {}),
    "-webkit-background-clip": (value) => (value.includes("text") ? { hasShadow: true } : {}),
    "text-shadow": (value) => ({ hasShadow: !NONE.test(value) }),
    opacity: (value) => {
      const length = lengthOf(value);
      if (length) return { opacity: length.unit === "%" ? length.value / 100 : length.value };
      return isWide(value) ? { opacity: 1 } : undefined;
    },
    filter: (value) => ({ isFiltered: /opacity\(\s*=?\s*(?:0(?:\.0{0,9})?%?)\s*\)|opacity\s?=\s?0\)/.test(value) }),
    "content-visibility": (value) => ({ isSkipped: value === "hidden" }),
    transform: transformOf,
    scale: (value) => ({ isScaledAway: value.split(" ").slice(0, 2).some(isZero) }),
    "clip-path": (value) => ({ isCutOff: isEmptyShape(value) }),
    clip: (value) => ({ isClipped: isEmptyRect(value) }),
    "mso-hide": (value) => ({ isMsoHidden: value === "all" }),
    position: (position) => ({ position }),
    float: (value) => ({ isFloating: value === "left" || value === "right" }),
    overflow: (value) => {
      const [x = "", y = x] = value.split(" ");
      return { clipsX: hidesOverflow(x), clipsY: hidesOverflow(y) };
    },
    "overflow-x": (value) => ({ clipsX: hidesOverflow(value) }),
    "overflow-y": (value) => ({ clipsY: hidesOverflow(value) }),
    "white-space": (value) => {
      if (/^(?:pre|break-spaces|preserve)/.test(value)) return { isPre: true };
      return value === "normal" || value === "nowrap" || value === "collapse"
        ? { isPre: false }
        : wide(value, (isPre) => ({ isPre }));
    },
    "list-style-type": (marker) => ({ marker }),
    "list-style": (value) => {
      const marker = value
        .split(" ")
        .find((word) => /^(?:none|disc|circle|square|decimal|[a-z-]+-(?:alpha|latin|roman))$/.test(word));
      return { marker: marker ?? "disc" };
    },
    ...Object.fromEntries(SIZES.map((name): [string, Reader] => [name, (value) => sizeOf(name, value)])),
    padding: (value) => readSides(value, [undefined, "padding-right", "padding-bottom", "padding-left"]),
    margin: (value) => readSides(value, ["margin-top", undefined, undefined, "margin-left"]),
  }),
);

/**
 * https://www.w3.org/TR/css-values-4/#common-keywords. For a property that is not inherited, `unset` means its initial
 * value.
 */
function wide(value: string, style: (value: Wide) => Style): Style | undefined {
  if (value === "inherit" || value === "unset") return style("inherit");
  return value === "initial" || value === "revert" ? style("initial") : undefined;
}

function isWide(value: string): boolean {
  return /^(?:inherit|initial|unset|revert)$/.test(value);
}

function sizeOf(name: Size, value: string): Style | undefined {
  const length = lengthOf(value) ?? (NONE.test(value) ? "none" : undefined);
  return length && { sizes: { [name]: length } };
}

/** A shorthand of one to four values: top, right, bottom and left. */
function readSides(value: string, names: (Size | undefined)[]): Style | undefined {
  const [top, right = top, bottom = top, left = right] = value
    .split(" ")
    .map((side) => lengthOf(side) ?? (NONE.test(side) ? "none" : undefined));
  const given = [top, right, bottom, left];
  if (given.includes(undefined)) return undefined;
  return { sizes: Object.fromEntries(names.flatMap((name, i) => (name === undefined ? [] : [[name, given[i]]]))) };
}
