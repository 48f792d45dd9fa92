import { findKeys } from "./key-in-text.ts";

/*
 * People paste more than a key: a line of an .env file or of a program, a header, quotes, or invisible characters.
 * Whatever is plainly around the key is removed; nothing inside it is changed.
 */

const IGNORED = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
/**
 * How word processors and chat programs rewrite characters of a key or around it. No key contains the rewritten
 * characters.
 */
const AS_TYPED: readonly [RegExp, string][] = [
  [/[\u2010-\u2013\u2212\ufe63\uff0d]/gu, "-"],
  [/\u2014/gu, "--"],
  [/\u2026/gu, "..."],
  [/[\u2022\u00b7\u25cf\u2217]/gu, "*"],
  [/[\u201c-\u201f\u00ab\u00bb]/gu, '"'],
  [/[\u2018-\u201b]/gu, "'"],
];

const OPENING = new Set("\"'`<([{");
const CLOSING = new Set("\"'`>)]},;");

/** Words before a name or a key in shells, programs and headers. */
const BEFORE = /^(?:export|setx?|env|let|const|var|bearer|basic|\$env:|process\.env\.)(?:\s+|(?<=[.:]))(?=\S)/i;
/** Names that a key can be assigned to: `OPENAI_API_KEY`, `"apiKey"`, `My API key`. */
const NAME = /^["'`]?[A-Za-z_][\w. -]{0,60}["'`]?$/;
const SECRET = /key|token|secret|auth|bearer/i;
/** The shortest line of a wrapped key, in the narrowest window. */
const NARROWEST = 20;
/** Each step removes one wrapping. A key has a handful at most. */
const MOST_WRAPPED = 12;

/** The key in a pasted text. The text itself if no single key stands out. */
export function readKey(pasted: string): string {
  const text = AS_TYPED.reduce((sum, [typed, meant]) => sum.replace(typed, meant), pasted.replace(IGNORED, ""));
  const bare = unwrapped(text);
  if (!/[\s"'{}<>]|^https?:/i.test(bare)) return bare;
  return wrappedLines(bare) ?? onlyKeyIn(bare) ?? bare;
}

function unwrapped(text: string): string {
  let bare = text;
  for (let i = 0; i < MOST_WRAPPED; i += 1) {
    const next = afterName(trimmed(bare).replace(BEFORE, ""));
    if (next === bare) break;
    bare = next;
  }
  return bare;
}

/** Removes the blanks, quotes and brackets around a text. */
function trimmed(text: string): string {
  let [begin, end] = [0, text.length];
  while (begin < end && isAround(text[begin], OPENING)) begin += 1;
  while (end > begin && isAround(text[end - 1], CLOSING)) end -= 1;
  return text.slice(begin, end);
}

function isAround(character: string | undefined, signs: ReadonlySet<string>): boolean {
  return character !== undefined && (signs.has(character) || /\s/.test(character));
}

/** The text after `NAME=`, or after `name:` if the name announces a key, because some keys contain a colon. */
function afterName(text: string): string {
  const at = text.slice(0, 64).search(/[:=]/);
  if (at < 0) return text;
  const name = text.slice(0, at).trim();
  const rest = text.slice(at + 1).replace(/^[=>]/, "");
  // A `=` at the end belongs to the key's base64.
  if (!NAME.test(name) || rest.trim() === "" || rest.startsWith("=") || findKeys(name).length > 0) return text;
  return text[at] === "=" || SECRET.test(name) ? rest.trim() : text;
}

/** Joins a key that was copied with the line breaks of a narrow window. */
function wrappedLines(text: string): string | undefined {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const isFull = (line: string, i: number) => line.length >= NARROWEST || i === lines.length - 1;
  const isOne = lines.length > 1 && lines.every((line, i) => /^[\w.-]+$/.test(line) && isFull(line, i));
  return isOne && lines.slice(1).every((line) => findKeys(line).length === 0) ? lines.join("") : undefined;
}

function onlyKeyIn(text: string): string | undefined {
  const [key, ...others] = findKeys(text);
  return others.length === 0 ? key : undefined;
}
