import { Parser } from "htmlparser2";
import { MAX_TEXT } from "../readable-text.ts";
import { Page } from "./page.ts";

/** The number of characters that the parser gets at a time. */
const PIECE = 4_096;

/**
 * Returns the text that a reader sees of an HTML body: no styles, scripts, hidden elements or pictures. It works in
 * one pass and builds no tree.
 */
export function htmlText(html: string): string {
  const page = new Page(html, MAX_TEXT);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (text) => page.text(text),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true },
  );
  // The parser gets small pieces, so that it stops early at a bomb of nested elements.
  for (let at = 0; at < html.length && !page.isFull; at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (!page.isFull) parser.end();
  return page.end();
}
