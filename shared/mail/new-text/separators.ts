import { findAttributions } from "./attribution.ts";
import { headerBlockAt, type LineAbove } from "./header-block.ts";
import type { Line } from "./line.ts";
import { isMarker } from "./marker.ts";

/** A program's lines above a mail that it quotes or forwards. */
export type Separator = { length: number; isAttribution: boolean };

/** Maps each line that starts such lines to its separator. */
export function findSeparators(lines: Line[]): Map<number, Separator> {
  const found = new Map<number, Separator>();
  for (const [at, length] of findAttributions(lines)) found.set(at, { length, isAttribution: true });
  const isBlock = (at: number, mark: LineAbove) => headerBlockAt(lines, at, mark);
  const filled = nextFilled(lines);
  const hasHeadersBelow = (at: number) => {
    const next = filled[at + 1] ?? lines.length;
    return next < lines.length && (lines[next]?.isQuote === true || isBlock(next, "words") > 0);
  };

  let above: number | undefined;
  lines.forEach((line, at) => {
    if (line.isBlank) return;
    if (!found.has(at)) {
      if (isMarker(lines, at, hasHeadersBelow)) found.set(at, { length: 1, isAttribution: false });
      else {
        const length = isIntroduced(lines, above, found) ? 0 : isBlock(at, markAbove(lines, above, found));
        if (length > 0) found.set(at, { length, isAttribution: false });
      }
    }
    above = at;
  });
  return found;
}

function markAbove(lines: Line[], above: number | undefined, found: Map<number, Separator>): LineAbove {
  if (above === undefined) return undefined;
  if (found.has(above)) return "words";
  return /^[_-]{10,200}$/.test(lines[above]?.normalized ?? "") ? "rule" : undefined;
}

/** "This is what I sent you:" above headers means that the writer shows them on purpose. */
function isIntroduced(lines: Line[], above: number | undefined, found: Map<number, Separator>): boolean {
  if (above === undefined || found.has(above)) return false;
  const line = lines[above];
  return line !== undefined && !line.isQuote && /[:：]$/.test(line.normalized) && !/[:：]./.test(line.normalized);
}

/** For each line, the first non-blank line at or below it. */
export function nextFilled(lines: Line[]): number[] {
  const next: number[] = [];
  for (let at = lines.length - 1; at >= 0; at--) next[at] = lines[at]?.isBlank ? (next[at + 1] ?? lines.length) : at;
  return next;
}
