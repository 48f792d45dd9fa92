import { type Length, lengthOf } from "./lengths.ts";
import type { Style } from "./style.ts";

const px = (value: number): Length => ({ value, unit: "px" });

/** https://www.w3.org/TR/css-fonts-4/#absolute-size-mapping, at a medium of 16 pixels. */
const KEYWORDS: Record<string, Length> = {
  "xx-small": px(9),
  "x-small": px(10),
  small: px(13),
  medium: px(16),
  large: px(18),
  "x-large": px(24),
  "xx-large": px(32),
  "xxx-large": px(48),
  smaller: { value: 5 / 6, unit: "em" },
  larger: { value: 1.2, unit: "em" },
};

/** The sizes of `<font size>`, from 1 to 7. */
const ATTRIBUTE_SIZES = [10, 13, 16, 18, 24, 32, 48];

export function fontSizeOf(value: string): Length | undefined {
  const length = KEYWORDS[value] ?? lengthOf(value);
  return length && length.value >= 0 ? length : undefined;
}

/** In `italic bold 12px/1.5 Arial`, the first length is the font size, and the line height follows the slash. */
export function fontShorthand(value: string): Style | undefined {
  const words = value.replace(/ ?\/ ?/, "/").split(" ");
  for (const word of words.slice(0, 6)) {
    const [size = "", height = "normal"] = word.split("/");
    // A number without a unit is a weight, since a size needs a unit unless it is zero.
    const fontSize = /^[1-9]\d*$/.test(size) ? undefined : fontSizeOf(size);
    if (fontSize) return { fontSize, lines: lengthOf(height)?.value === 0 ? "none" : "some" };
  }
  return undefined;
}

/** Reads `<font size="4">`, and `+1`, which is relative to the usual size. */
export function attributeFontSize(value: string | undefined): Length | undefined {
  const [, sign, digits] = /^\s*([+-]?)(\d{1,3})/.exec(value ?? "") ?? [];
  if (digits === undefined) return undefined;
  const count = sign === "" ? Number(digits) : 3 + Number(`${sign}${digits}`);
  return px(ATTRIBUTE_SIZES[Math.min(Math.max(count, 1), 7) - 1] ?? 16);
}
