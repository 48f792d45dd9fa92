import { keysIn } from "./key-in-text.ts";

/*
 * What people paste in place of a key: a line of an .env file or of a program, a header, a text with quotes around it,
 * or characters that nobody sees. What is plainly around a key is taken off; nothing inside it is touched.
 */

const IGNORED = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
/** How word processors and chats write what stands in a key, or around it. No key holds the characters themselves. */
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

/** Words that stand before a name or a key in shells, programs and headers. */
const BEFORE = /^(?:export|setx?|env|let|const|var|bearer|basic|\$env:|process\.env\.)(?:\s+|(?<=[.:]))(?=\S)/i;
/** What a key can be assigned to: `OPENAI_API_KEY`, `"apiKey"`, `My API key`. */
const NAME = /^["'`]?[A-Za-z_][\w. -]{0,60}["'`]?$/;
const SECRET = /key|token|secret|auth|bearer/i;
/** Characters of a line in the narrowest window. */
const NARROWEST = 20;
/** Each takes one thing off; a key is wrapped in a handful at the most. */
const MOST_WRAPPED = 12;

/** The key in a pasted text; the text itself where no one key stands out of it. */
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

/** Without the blanks, quotes and brackets around it. */
function trimmed(text: string): string {
  let [begin, end] = [0, text.length];
  while (begin < end && isAround(text[begin], OPENING)) begin += 1;
  while (end > begin && isAround(text[end - 1], CLOSING)) end -= 1;
  return text.slice(begin, end);
}

function isAround(character: string | undefined, signs: ReadonlySet<string>): boolean {
  return character !== undefined && (signs.has(character) || /\s/.test(character));
}

/** What stands behind `NAME=`, or behind `name:` where the name says that a key follows: some keys hold a colon. */
function afterName(text: string): string {
  const at = text.slice(0, 64).search(/[:=]/);
  if (at < 0) return text;
  const name = text.slice(0, at).trim();
  const rest = text.slice(at + 1).replace(/^[=>]/, "");
  // The `=` at the end of base64 is the key's own.
  if (!NAME.test(name) || rest.trim() === "" || rest.startsWith("=") || keysIn(name).length > 0) return text;
  return text[at] === "=" || SECRET.test(name) ? rest.trim() : text;
}

/** A key that was copied with the line breaks of a narrow window. */
function wrappedLines(text: string): string | undefined {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const isFull = (line: string, i: number) => line.length >= NARROWEST || i === lines.length - 1;
  const isOne = lines.length > 1 && lines.every((line, i) => /^[\w.-]+$/.test(line) && isFull(line, i));
  return isOne && lines.slice(1).every((line) => keysIn(line).length === 0) ? lines.join("") : undefined;
}

function onlyKeyIn(text: string): string | undefined {
  const [key, ...others] = keysIn(text);
  return others.length === 0 ? key : undefined;
}
