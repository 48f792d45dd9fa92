import type { Attributes } from "./user-agent.ts";

/** The item numbers of one list. `next` is undefined in a list that counts down from an unknown number. */
export type List = { next: number | undefined; step: 1 | -1 };

const ROMAN = [
  ...["1000 m", "900 cm", "500 d", "400 cd", "100 c", "90 xc", "50 l"],
  ...["40 xl", "10 x", "9 ix", "5 v", "4 iv", "1 i"],
].map((pair) => ({ value: Number.parseInt(pair, 10), digits: pair.split(" ")[1] ?? "" }));

const BULLETS = new Set(["disc", "circle", "square", "disclosure-open", "disclosure-closed"]);

export function listOf({ start, reversed }: Attributes): List {
  const isReversed = reversed !== undefined;
  return { next: integer(start) ?? (isReversed ? undefined : 1), step: isReversed ? -1 : 1 };
}

/** Returns the marker before an item, with a blank, or "" if the list shows none. It also counts the item. */
export function markerOf(list: List | undefined, marker: string, attributes: Attributes): string {
  const number = integer(attributes["value"]) ?? list?.next;
  if (list && number !== undefined) list.next = number + list.step;
  if (marker === "none") return "";
  if (number === undefined || BULLETS.has(marker) || /^["']/.test(marker)) return "- ";
  return `${numbered(number, marker)}. `;
}

function numbered(number: number, marker: string): string {
  if (number < 1 || number > 3_999) return String(number);
  if (marker === "lower-alpha" || marker === "lower-latin") return letters(number);
  if (marker === "upper-alpha" || marker === "upper-latin") return letters(number).toUpperCase();
  if (marker === "lower-roman") return roman(number);
  return marker === "upper-roman" ? roman(number).toUpperCase() : String(number);
}

/** Counts from a to z, then aa. */
function letters(number: number): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

function roman(number: number): string {
  let text = "";
  let rest = number;
  for (const { value, digits } of ROMAN) {
    for (; rest >= value; rest -= value) text += digits;
  }
  return text;
}

function integer(value: string | undefined): number | undefined {
  const [digits] = /^\s{0,9}[+-]?\d{1,9}/.exec(value ?? "") ?? [];
  return digits === undefined ? undefined : Number.parseInt(digits, 10);
}
