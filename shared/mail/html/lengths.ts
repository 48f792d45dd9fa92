export type Length = { value: number; unit: string };

const LENGTH = /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(?:e[+-]?\d{1,2})?([a-z]{1,4}|%)?$/;

/** In CSS pixels: https://www.w3.org/TR/css-values-4/#absolute-lengths */
const PIXELS: Record<string, number> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

const ROOT_FONT = 16;
/** The width of the reader's window is unknown; mails are made for 600 pixels. */
export const PAGE_WIDTH = 600;

/** Undefined if the value cannot be computed without a page layout. */
export function lengthOf(value: string): Length | undefined {
  const [, number, unit = "px"] = LENGTH.exec(value) ?? [];
  return number === undefined ? undefined : { value: Number.parseFloat(number), unit };
}

/** @param em the font's size, @param whole what 100 % stands for, both in pixels */
export function pixels({ value, unit }: Length, em: number, whole: number): number {
  if (unit === "%") return (value * whole) / 100;
  if (unit === "em") return value * em;
  if (unit === "ex" || unit === "ch") return (value * em) / 2;
  if (unit === "rem") return value * ROOT_FONT;
  return value * (PIXELS[unit] ?? PAGE_WIDTH / 100);
}
