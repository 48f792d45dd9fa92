import type { ReportedTokens } from "./tokens.ts";

/** No model uses more tokens, and sums of this size stay exact. */
const MOST_TOKENS = 1_000_000_000;

/** The raw token counts of one answer, of any type. Omitted optional counts are 0. */
export type Counts = { input: unknown; output: unknown; cached?: unknown; written?: unknown; reasoning?: unknown };

/**
 * Validates a provider's counts. The price library rejects impossible counts (more cached than input), and a paid
 * answer must not be lost over that. So impossible counts are reduced to possible ones and unreadable ones become
 * unknown; `doubt` records both.
 */
export function readTokenCounts({ input, output, ...parts }: Counts): ReportedTokens {
  const asked = countOf(input);
  const given = countOf(output);
  const [cached, written, reasoning] = [parts.cached, parts.written, parts.reasoning].map((each) => countOf(each ?? 0));
  const kept = capCount(cached, asked);
  const keptWritten = capCount(written, asked === null ? null : asked - kept);
  const keptReasoning = capCount(reasoning, given);
  const isClamped =
    [input, output, parts.cached, parts.written, parts.reasoning].some(isFraction) ||
    kept !== cached ||
    keptWritten !== written ||
    keptReasoning !== reasoning;
  const doubt = asked === null || given === null ? "unknown" : isClamped ? "clamped" : undefined;
  return {
    input: asked,
    output: given,
    cached: kept,
    ...(keptWritten > 0 && { cacheWritten: keptWritten }),
    reasoning: keptReasoning,
    ...(doubt && { doubt }),
  };
}

/** The sum of counts. Absent counts (undefined or null) add nothing, and an unreadable one makes the sum unknown. */
export function sumCounts(...counts: unknown[]): unknown {
  const all = counts.map((each) => numberOf(each ?? 0));
  return all.reduce<number | null>((total, each) => (total === null || each === null ? null : total + each), 0);
}

/** A non-negative integer: `100.5` becomes 101 and `"100"` becomes 100. Null for anything that is not a token count. */
function countOf(value: unknown): number | null {
  const number = numberOf(value);
  return number === null ? null : Math.ceil(number);
}

function numberOf(value: unknown): number | null {
  const number = typeof value === "string" && /^\d{1,12}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && number >= 0 && number <= MOST_TOKENS ? number : null;
}

function isFraction(value: unknown): boolean {
  return typeof value === "number" && !Number.isInteger(value);
}

function capCount(count: number | null | undefined, most: number | null): number {
  return Math.min(count ?? 0, most ?? 0);
}
