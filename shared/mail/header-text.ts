import { cleanLine } from "./clean-line.ts";

const MAX_LINE = 255;

/** The reader would decode anything that still looks like an encoded word (RFC 2047), line breaks included. */
export function headerText(text: string): string {
  return cleanLine(text, MAX_LINE).replaceAll("=?", "= ?");
}
