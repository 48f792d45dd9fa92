/**
 * Joins the lines of a format=flowed text into paragraphs (RFC 3676).
 * @param delSp true if the blank at the end of a flowed line was added (languages without blanks)
 */
export function joinFlowedLines(text: string, delSp: boolean): string {
  const out: { depth: number; text: string; flows: boolean }[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    // The sender added a blank before lines that start with a blank, ">" or "From ".
    const content = line.slice(depth).replace(/^ /, "");
    const isSignature = content === "-- ";
    const flows = content.endsWith(" ") && !isSignature;
    const words = flows && delSp ? content.slice(0, -1) : content;
    const last = out.at(-1);
    // RFC 3676, 4.5: a paragraph ends when its quote depth changes, even after a flowed line.
    if (last?.flows && last.depth === depth && !isSignature) {
      last.text += words;
      last.flows = flows;
    } else out.push({ depth, text: words, flows });
  }
  return out.map(({ depth, text }) => (depth > 0 ? `${">".repeat(depth)} ${text}` : text)).join("\n");
}
