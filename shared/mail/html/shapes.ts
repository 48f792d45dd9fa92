import { lengthOf, PAGE_WIDTH, pixels } from "./lengths.ts";
import type { Style } from "./style.ts";

const FUNCTION = /([a-z0-9]{1,20})\(([^()]{0,200})\)/g;
const FONT = 16;

export function isZero(value: string): boolean {
  const length = lengthOf(value);
  return length !== undefined && Math.abs(length.value) < (length.unit === "%" ? 1 : 0.01);
}

/** Any `overflow` except `visible` hides what lies outside of a box without size. */
export function hidesOverflow(value: string): boolean {
  return /^(?:hidden|clip|scroll|auto)$/.test(value);
}

/** Tells whether a transform shrinks the box to nothing, and how far it moves the box. */
export function transformOf(value: string): Style {
  let isShrunk = false;
  const shift: [number, number] = [0, 0];
  for (const [, name = "", list = ""] of value.matchAll(FUNCTION)) {
    const [first = "", second] = list.split(",").map((part) => part.trim());
    if (/^scale(?:x|y|3d)?$/.test(name)) isShrunk ||= isZero(first) || (second !== undefined && isZero(second));
    if (name === "matrix") isShrunk ||= isZero(first) && isZero(second ?? "");
    if (/^translate(?:x|3d)?$/.test(name)) shift[0] += distance(first);
    if (/^translate(?:3d)?$/.test(name)) shift[1] += distance(second ?? "0");
    if (name === "translatey") shift[1] += distance(first);
  }
  return { isShrunk, shift };
}

function distance(value: string): number {
  const length = lengthOf(value);
  // A percentage refers to the box itself, whose size is unknown.
  return length === undefined || length.unit === "%" ? 0 : pixels(length, FONT, PAGE_WIDTH);
}

/** True for `rect(0 0 0 0)` and `rect(1px, 1px, 1px, 1px)`: the edges are at most a pixel apart. */
export function isEmptyRect(value: string): boolean {
  const [, list = ""] = /^rect\(([^()]{0,100})\)$/.exec(value) ?? [];
  const [top = NaN, right = NaN, bottom = NaN, left = NaN] = list
    .split(/[ ,]{1,5}/)
    .filter((edge) => edge !== "")
    .map((edge) => lengthOf(edge)?.value ?? NaN);
  return bottom - top <= 1 || right - left <= 1;
}

/** True for shapes that leave nothing visible: an inset from all sides, a circle without radius, a single point. */
export function isEmptyShape(value: string): boolean {
  const [, name, list = ""] = /^([a-z]{1,20})\(([^()]{0,200})\)/.exec(value) ?? [];
  if (name === "circle" || name === "ellipse") return isZero(list.trim().split(" ")[0] ?? "");
  if (name === "polygon") return new Set(list.split(",").map((point) => point.trim())).size === 1;
  if (name !== "inset") return false;
  const [top = 0, right = top, bottom = top, left = right] = (list.split("round")[0] ?? "")
    .trim()
    .split(" ")
    .map((edge) => percent(edge));
  return top + bottom >= 100 || left + right >= 100;
}

function percent(value: string): number {
  const length = lengthOf(value);
  return length?.unit === "%" ? length.value : 0;
}
