import { Parser } from "htmlparser2";
import { readText } from "../../mail/mime/decode-text.ts";
import type { Part } from "../../mail/mime/part.ts";

const MOST_BYTES = 256 * 1024;
const MOST_LINKS = 100;
const MOST_PARTS = 20;
/** A link in a text ends at a blank or at what mail programs put around links. */
const LINK = /https:\/\/[^\s<>"'\\^`{|}]{1,2000}/gi;

/** The https links of a mail's own parts, text first, without those of attached files. */
export function linksOf(root: Part): string[] {
  const parts = textParts(root).slice(0, MOST_PARTS);
  const plain = parts.filter(({ type }) => type === "text/plain");
  const html = parts.filter(({ type }) => type !== "text/plain");
  const links = [
    ...plain.flatMap((part) => linksInText(decoded(part))),
    ...html.flatMap((part) => linksInHtml(decoded(part))),
  ];
  return [...new Set(links)].slice(0, MOST_LINKS);
}

function decoded(part: Part): string {
  return readText(part, MOST_BYTES).text.slice(0, MOST_BYTES);
}

function textParts(part: Part): Part[] {
  if (part.parts.length > 0) return part.parts.flatMap(textParts);
  return !part.is_attachment && (part.type === "text/plain" || part.type === "text/html") ? [part] : [];
}

export function linksInText(text: string): string[] {
  // What closes a sentence or a bracket is not part of the link.
  return (text.match(LINK) ?? []).slice(0, MOST_LINKS).map((link) => link.replace(/[.,;:!?)\]]{1,5}$/, ""));
}

function linksInHtml(html: string): string[] {
  const links: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, { href }) => {
        if (name === "a" && href !== undefined && links.length < MOST_LINKS) links.push(...linksInText(href.trim()));
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return links;
}
