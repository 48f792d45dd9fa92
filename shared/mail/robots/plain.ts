import { decodeWords } from "../mime/encoded-words.ts";

const MARKS = /[\u0300-\u036f]/g;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Text in the one form in which marks are compared: without case, accents, full-width forms and characters that nobody
 * sees. Senders drop accents, and East Asian programs write a full-width colon.
 */
export function plain(text: string): string {
  // Most are, and have nothing to be taken off.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replace(/ {2,}/g, " ").trim();
  const bare = text.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase();
  // Turkish has a dotless small i and German an s without a capital of its own; neither decomposes.
  return bare.replaceAll("ı", "i").replaceAll("ß", "ss").replace(UNSEEN, "").replace(/\s+/g, " ").trim();
}

/** A header's value, its encoded words decoded, in that form. */
export function plainHeader(value: string): string {
  return plain(decodeWords(value));
}

/** All phrases of a table by language, as they are compared. */
export function plainSet(...tables: Record<string, readonly string[]>[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => Object.values(table).flat()).map(plain));
}
