import { decodeWords } from "../mime/encoded-words.ts";

const MARKS = /[\u0300-\u036f]/g;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Text in the form in which marks are compared: without case, accents, full-width forms and invisible characters.
 * Senders drop accents, and East Asian programs write a full-width colon.
 */
export function comparable(text: string): string {
  // Most texts are ASCII and need only this.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replace(/ {2,}/g, " ").trim();
  const bare = text.normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase();
  // The Turkish dotless i and the German sharp s do not decompose.
  return bare.replaceAll("ı", "i").replaceAll("ß", "ss").replace(UNSEEN, "").replace(/\s+/g, " ").trim();
}

/** A header's value in that form, with its encoded words decoded. */
export function comparableHeader(value: string): string {
  return comparable(decodeWords(value));
}

/** All phrases of tables by language, in that form. */
export function comparableSet(...tables: Record<string, readonly string[]>[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => Object.values(table).flat()).map(comparable));
}
