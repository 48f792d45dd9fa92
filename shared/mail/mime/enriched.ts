/** text/enriched (RFC 1896): one line break is a blank, and of several one is taken off. */
export function enrichedText(text: string): string {
  return text
    .replaceAll(/<param>[^<]*<\/param>/gi, "")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n+/g, (breaks) => (breaks.length === 1 ? " " : breaks.slice(1)))
    .replaceAll(/<nl>/gi, "\n")
    .replaceAll(/<<|<[^<>\n]{0,60}>/g, (tag) => (tag === "<<" ? "<" : ""));
}
