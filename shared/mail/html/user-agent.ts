import { attributeColor } from "./colors.ts";
import { attributeFontSize } from "./font-size.ts";
import type { Length } from "./lengths.ts";
import type { Style } from "./style.ts";

export type Attributes = Record<string, string>;

const em = (value: number): Length => ({ value, unit: "em" });

/** https://html.spec.whatwg.org/multipage/rendering.html: a browser's default styles. */
const FONT_SIZES: Record<string, Length> = {
  ...{ h1: em(2), h2: em(1.5), h3: em(1.17), h5: em(0.83), h6: em(0.67) },
  ...{ big: em(1.2), small: em(5 / 6), sub: em(5 / 6), sup: em(5 / 6) },
};

const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend listing main menu nav ol optgroup option p pre search section " +
    "summary ul xmp"
  ).split(" "),
);
const TABLE_PARTS = new Set("table caption colgroup col thead tbody tfoot tr td th".split(" "));

/** `isQuirky`: the page has no document type, so tables do not inherit the text size around them. */
export function ownStyle(name: string, isQuirky: boolean): Style {
  const fontSize = FONT_SIZES[name];
  return {
    display: BLOCKS.has(name) ? "block" : TABLE_PARTS.has(name) ? "table" : name === "li" ? "list-item" : "inline",
    ...(fontSize && { fontSize }),
    ...(name === "table" && { sizes: { "text-indent": { value: 0, unit: "px" } } }),
    ...(name === "table" && isQuirky && { fontSize: "initial", lines: "initial", isPre: "initial", color: "page" }),
    ...((name === "pre" || name === "listing" || name === "xmp") && { isPre: true }),
    ...(name === "mark" && { color: [0, 0, 0, 1], background: [255, 255, 0, 1] }),
    ...(name === "ol" && { marker: "decimal" }),
    ...((name === "ul" || name === "menu" || name === "dir") && { marker: "disc" }),
  };
}

const MARKERS: Record<string, string> = { a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman" };

/** The style that attributes set; every style sheet overrides it. */
export function attributeStyle(name: string, attributes: Attributes): Style {
  const background = attributeColor(attributes["bgcolor"]);
  const color = attributeColor(
    name === "font" ? attributes["color"] : name === "body" ? attributes["text"] : undefined,
  );
  const fontSize = name === "font" ? attributeFontSize(attributes["size"]) : undefined;
  const marker = MARKERS[attributes["type"] ?? ""];
  return {
    ...("hidden" in attributes && { display: "none" }),
    ...(name === "a" && "href" in attributes && { color: "unknown" }),
    ...(background && { background }),
    ...(attributes["background"] && { hasImage: true }),
    ...(color && { color }),
    ...(fontSize && { fontSize }),
    ...(marker !== undefined && (name === "ol" || name === "li") && { marker }),
  };
}
