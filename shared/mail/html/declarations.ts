import { splitCss, withoutComments, withoutEscapes } from "./css-text.ts";
import { PROPERTIES } from "./properties.ts";
import { mergeStyles, type Style } from "./style.ts";

/** The styles of a list of declarations, without and with `!important`. */
export type Declarations = { normal: Style; important: Style };

const NOTHING: Declarations = { normal: {}, important: {} };
/** No value that hides text is longer, but a value can contain a picture. */
const MAX_VALUE = 2_000;

export function declarationsOf(css: string): Declarations {
  if (css === "") return NOTHING;
  const normal = new Map<string, Style>();
  const important = new Map<string, Style>();
  for (const part of splitCss(withoutComments(css), ";")) {
    const colon = part.indexOf(":");
    if (colon < 0 || colon > 100) continue;
    const name = withoutEscapes(part.slice(0, colon)).trim().toLowerCase();
    const read = PROPERTIES.get(name);
    if (read === undefined) continue;
    const { value, isImportant } = readValue(part.slice(colon + 1, colon + MAX_VALUE));
    const style = read(value);
    if (style === undefined) continue;
    const styles = isImportant ? important : normal;
    // Deletes the old entry first, so that the new one comes after a shorthand between the two.
    styles.delete(name);
    styles.set(name, style);
  }
  return { normal: mergeStyles([...normal.values()]), important: mergeStyles([...important.values()]) };
}

function readValue(written: string): { value: string; isImportant: boolean } {
  const value = withoutEscapes(written).replace(/\s+/g, " ").trim().toLowerCase();
  const mark = /! ?important$/.exec(value);
  return mark ? { value: value.slice(0, mark.index).trimEnd(), isImportant: true } : { value, isImportant: false };
}
