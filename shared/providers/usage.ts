import type { Reported } from "./tokens.ts";

/** No model reads or writes as many, and sums of it stay exact. */
const MOST_TOKENS = 1_000_000_000;

/** The counts of one answer as a provider gives them, each of any type. The optional ones are 0 where it leaves them out. */
export type Counts = { input: unknown; output: unknown; cached?: unknown; written?: unknown; reasoning?: unknown };

/**
 * What a provider's counts are worth. A price library refuses what cannot be (more cached than asked), and an answer that
 * is paid for must not be lost by that: it is cut to what can be, and what is no count is unknown; both are said.
 */
export function reported({ input, output, ...parts }: Counts): Reported {
  const asked = countOf(input);
  const given = countOf(output);
  const [cached, written, reasoning] = [parts.cached, parts.written, parts.reasoning].map((each) => countOf(each ?? 0));
  const kept = within(cached, asked);
  const keptWritten = within(written, asked === null ? null : asked - kept);
  const keptReasoning = within(reasoning, given);
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

/** The sum of counts; what is absent (undefined or null) adds nothing, and one that is no count makes the sum unknown. */
export function sum(...counts: unknown[]): unknown {
  const all = counts.map((each) => numberOf(each ?? 0));
  return all.reduce<number | null>((total, each) => (total === null || each === null ? null : total + each), 0);
}

/** Whole, and not below 0: `100.5` is 101 and `"100"` is 100. Null for what is no count of tokens. */
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

function within(count: number | null | undefined, most: number | null): number {
  return Math.min(count ?? 0, most ?? 0);
}
