import { CODE_PAGES } from "./code-pages.ts";

const [ESCAPE, SHIFT_OUT, SHIFT_IN] = ["\u001b", "\u000e", "\u000f"];
const DESIGNATION = new RegExp(`${ESCAPE}\\$\\)[ACG]`, "g");
const SHIFTED = new RegExp(`${SHIFT_OUT}([^${SHIFT_IN}\\r\\n]*)${SHIFT_IN}?`, "g");

/**
 * Mail charsets that TextDecoder does not know. https://encoding.spec.whatwg.org/#names-and-labels lists those that it
 * knows.
 */
export const RARE: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  "utf-7": utf7,
  "utf-32": (bytes) => utf32(bytes, bytes[0] === 0xff),
  "utf-32le": (bytes) => utf32(bytes, true),
  "utf-32be": (bytes) => utf32(bytes, false),
  "iso-2022-kr": iso2022kr,
  "hz-gb-2312": hz,
  ...Object.fromEntries(Object.entries(CODE_PAGES).map(([page, upper]) => [page, (bytes) => eightBit(bytes, upper)])),
};

function eightBit(bytes: Uint8Array, upper: string): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.replace(/[\u0080-\u00ff]/g, (char) => upper.charAt(char.charCodeAt(0) - 0x80));
}

/** RFC 2152: runs of UTF-16 in base64 without padding, from "+" to the first character that is not a base64 digit. */
function utf7(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, digits: string) => {
    if (digits === "") return "+";
    const pairs = Buffer.from(digits, "base64");
    return new TextDecoder("utf-16be").decode(pairs.subarray(0, pairs.byteLength & ~1));
  });
}

function utf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, isLittle);
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (point !== 0xfeff) text += isCharacter ? String.fromCodePoint(point) : "\ufffd";
  }
  return text;
}

/**
 * RFC 1557 and 1922: between SO and SI each character has two bytes, those of EUC-KR or GB 2312 without their high
 * bits.
 */
function iso2022kr(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  const charset = text.includes(`${ESCAPE}$)A`) ? "gb18030" : "euc-kr";
  const shifted = text.replaceAll(DESIGNATION, "").replace(SHIFTED, (_, signs: string) => raised(signs));
  return new TextDecoder(charset).decode(Buffer.from(shifted, "latin1"));
}

/** RFC 1843: between "~{" and "~}" each character has two bytes, those of GB 2312 without their high bits. */
function hz(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  const shifted = text.replace(/~(?:\{([^~\r\n]*)(?:~\}|$)?|~|\r?\n)/g, (found, signs?: string) => {
    if (signs !== undefined) return raised(signs);
    return found === "~~" ? "~" : "";
  });
  return new TextDecoder("gb18030").decode(Buffer.from(shifted, "latin1"));
}

function raised(signs: string): string {
  return signs.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) | 0x80));
}
