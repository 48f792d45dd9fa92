import { Parser } from "htmlparser2";
import { MAX_TEXT } from "../readable-text.ts";
import { Page } from "./page.ts";

/** Characters given to the parser at a time. */
const PIECE = 4_096;

/** What a reader sees of an HTML body: no styles, scripts, hidden elements or pictures. In one pass, without a tree. */
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
  // In pieces, so that a bomb of open elements is found while it is small.
  for (let at = 0; at < html.length && !page.isFull; at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (!page.isFull) parser.end();
  return page.end();
}
