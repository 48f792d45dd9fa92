import { isSignature } from "./contact.ts";

/** RFC 3676, 4.3. The blank at the end is often lost. */
const DASHES = /^(?:--|—|––) ?$/;
const RULE = /^_{5,}$/;
const MAX_RULE = 200;
/** The maximum of lines with text in a signature. Dividers further up are not checked. */
const MAX_LINES = 15;

/** True for a line that consists only of divider characters. */
export function isDivider(line: string): boolean {
  const bare = line.trim();
  if (bare.length === 1) return bare === "ᐧ" || bare === "—";
  return bare.length > 0 && bare.length <= MAX_RULE && /^[-*#~=_+—–]+$/u.test(bare);
}

/**
 * Returns where the signature of a text begins; `lines.length` if there is none. A divider starts a signature only if
 * everything below it looks like one, because people also draw lines between two questions.
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

/** True for a line like "My order:" above the divider. */
function isIntroduced(lines: string[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - 3), at).findLast((line) => line.trim() !== "");
  return above !== undefined && /[:：]\s{0,9}$/.test(above.slice(-10));
}
