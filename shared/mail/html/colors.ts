import colorString from "color-string";

/** Red, green and blue from 0 to 255, and opacity from 0 to 1. "unknown" is a color that is not computed here. */
export type Color = readonly [number, number, number, number] | "unknown";

export const BLACK: Color = [0, 0, 0, 1];
export const WHITE: Color = [255, 255, 255, 1];
export const CLEAR: Color = [0, 0, 0, 0];

const MAX_LENGTH = 64;
/** Text whose three channels all differ from the background by at most this much (of 255) cannot be read. */
const NEAR = 16;

/** These colors depend on the reader's system or are not computed here. */
const UNTOLD =
  /^(?:var|env|lab|lch|oklab|oklch|color|color-mix|light-dark|device-cmyk|contrast-color|rgb|rgba|hsl|hsla|hwb)\(|^(?:linktext|visitedtext|activetext|buttonface|buttontext|buttonborder|field|fieldtext|highlight|highlighttext|selecteditem|selecteditemtext|mark|marktext|graytext|accentcolor|accentcolortext|-webkit-link|-apple-system.*|currentcolor|infobackground|infotext|menu|menutext|threedface)$/;
const SYSTEM: Record<string, Color> = { window: WHITE, canvas: WHITE, windowtext: BLACK, canvastext: BLACK };

/** Undefined if a browser does not know the color either and ignores the declaration. */
export function colorOf(value: string): Color | undefined {
  const system = SYSTEM[value];
  if (system !== undefined) return system;
  const found = value.length <= MAX_LENGTH ? colorString.get(value) : null;
  if (found === null) return UNTOLD.test(value) ? "unknown" : undefined;
  const [a = 0, b = 0, c = 0, alpha = 1] = found.value;
  if (found.model === "hsl") return [...fromHsl(a, b / 100, c / 100), alpha];
  if (found.model === "hwb") return "unknown";
  return [a, b, c, alpha];
}

/** Reads a `bgcolor` or `color` attribute, which may lack the number sign. */
export function attributeColor(value: string | undefined): Color | undefined {
  const bare = value?.trim().toLowerCase() ?? "";
  if (bare === "") return undefined;
  return colorOf(bare) ?? colorOf(`#${bare}`) ?? "unknown";
}

/** The visible color when one color lies over another. */
export function blendOver(top: Color, below: Color): Color {
  if (top === "unknown" || top[3] >= 1) return top;
  if (top[3] <= 0 || below === "unknown") return below;
  const [r, g, b] = [0, 1, 2].map((i) => (top[i] ?? 0) * top[3] + (below[i] ?? 0) * (1 - top[3]));
  return [r ?? 0, g ?? 0, b ?? 0, 1];
}

export function isClear(color: Color): boolean {
  return color !== "unknown" && color[3] <= NEAR / 255;
}

export function isNear(a: Color, b: Color): boolean {
  if (a === "unknown" || b === "unknown") return false;
  return [0, 1, 2].every((i) => Math.abs((a[i] ?? 0) - (b[i] ?? 0)) <= NEAR);
}

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function fromHsl(hue: number, saturation: number, lightness: number): [number, number, number] {
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const a = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}
