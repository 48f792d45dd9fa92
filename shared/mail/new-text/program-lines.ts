import { readLine } from "./line.ts";
import { isMobileSignature } from "./phone.ts";
import { findSeparators } from "./separators.ts";
import { isDivider } from "./signature.ts";

/**
 * For each line of a text: true if a mail program wrote it (attributions, headers, dividers, "Sent from my iPhone").
 */
export function programLines(text: string): boolean[] {
  const lines = text.split("\n").map(readLine);
  const isProgram = lines.map(({ raw }) => isDivider(raw) || isMobileSignature(raw));
  for (const [at, { length }] of findSeparators(lines)) isProgram.fill(true, at, at + length);
  return isProgram;
}
