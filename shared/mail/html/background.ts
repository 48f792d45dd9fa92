import { CLEAR, colorOf } from "./colors.ts";
import { splitCss } from "./css-text.ts";
import type { Style } from "./style.ts";

const IMAGE = /url\(|gradient\(|image\(|image-set\(|element\(|var\(/;
const COLOR_FUNCTION = /(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)a?\([^()]{0,80}\)/;

export function isImage(value: string): boolean {
  return IMAGE.test(value);
}

/** Finds the one color among the parts of the shorthand; without a color the background is transparent. */
export function backgroundShorthand(value: string): Style {
  const hasImage = isImage(value);
  const isText = /(?:^| )text(?: |$)/.test(value);
  const last = splitCss(value, ",").at(-1) ?? "";
  const [written] = COLOR_FUNCTION.exec(last) ?? [];
  const words = last.split(" ").map((word) => colorOf(word));
  const background = (written && colorOf(written)) || words.find((color) => color !== undefined) || CLEAR;
  return { background, hasImage, ...(isText && { hasShadow: true }) };
}
