/** text/enriched (RFC 1896): a single line break becomes a blank, and a run of line breaks loses one. */
export function enrichedText(text: string): string {
  return text
    .replaceAll(/<param>[^<]*<\/param>/gi, "")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n+/g, (breaks) => (breaks.length === 1 ? " " : breaks.slice(1)))
    .replaceAll(/<nl>/gi, "\n")
    .replaceAll(/<<|<[^<>\n]{0,60}>/g, (tag) => (tag === "<<" ? "<" : ""));
}
