import * as z from "zod/mini";
import { recognizeKey } from "./key-shape.ts";

const TOKEN = /[A-Za-z0-9_.-]+/g;
// Invisible characters that a copied text may contain between two characters of a key.
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;
/** Shorter matches are names, e.g. "sk-learn" or "hf_hub". */
const SHORTEST = 20;

/** The distinct tokens of a text that have the form of a key of any provider. */
export function findKeys(text: string): string[] {
  const tokens = text.replace(IGNORED, "").match(TOKEN) ?? [];
  return [...new Set(tokens.map(withoutLastDots).filter(isKey))];
}

function isKey(token: string): boolean {
  return token.length >= SHORTEST && recognizeKey(token) !== undefined && token.split(/[-_.]/).some(isRandom);
}

/** No word in a name or file name is this long, or this long with a digit in it. */
function isRandom(part: string): boolean {
  return part.length >= 20 || (part.length >= 10 && /\d/.test(part));
}

function withoutLastDots(token: string): string {
  let end = token.length;
  while (token[end - 1] === ".") end -= 1;
  return token.slice(0, end);
}

/**
 * Refuses a text that contains a key. Names and instructions are shown, logged by others and sent to providers, and a
 * key must only be stored sealed.
 */
export const holdsNoKey = z.check<string>((of) => {
  const [key] = findKeys(of.value);
  if (key === undefined) return;
  const message = `must hold no key, and this looks like one of ${recognizeKey(key)}: keys have a field of their own`;
  of.issues.push({ code: "custom", message, input: undefined });
});
