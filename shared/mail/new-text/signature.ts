import { isSignature } from "./contact.ts";

/** RFC 3676, 4.3; the blank at its end gets lost often. */
const DASHES = /^(?:--|—|––) ?$/;
const RULE = /^_{5,}$/;
const MAX_RULE = 200;
/** How many lines with words a signature has at the most, so that only the last of many ruled lines are looked at. */
const MAX_LINES = 15;

/** A line of nothing but strokes. */
export function isStroke(line: string): boolean {
  const bare = line.trim();
  if (bare.length === 1) return bare === "ᐧ" || bare === "—";
  return bare.length > 0 && bare.length <= MAX_RULE && /^[-*#~=_+—–]+$/u.test(bare);
}

/**
 * Where the signature below a text begins; `lines.length` where there is none. A ruled line begins one only where all
 * that stands below it looks like one: people draw lines between two questions too.
 */
export function signatureStart(lines: string[]): number {
  let start = lines.length;
  let below = 0;
  for (let at = lines.length - 1; at >= 0 && below <= MAX_LINES; at--) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    const bare = line.trimStart();
    const isRuled = bare.length <= MAX_RULE && (DASHES.test(bare) || RULE.test(bare.trimEnd()));
    if (isRuled && isSignature(lines.slice(at + 1), bare !== "-- ") && !isIntroduced(lines, at)) start = at;
    else if (isRuled && below > 0) break;
    below++;
  }
  return lines.findIndex((line) => line.trim() !== "") < start ? start : lines.length;
}

/** "My order:" above the line. */
function isIntroduced(lines: string[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - 3), at).findLast((line) => line.trim() !== "");
  return above !== undefined && /[:：]\s{0,9}$/.test(above.slice(-10));
}
