import { readFile } from "node:fs/promises";
import { describe, expect, it, test } from "vitest";
import { LatchkeyError } from "../../../shared/errors.ts";
import {
  asksFallback,
  HANDLING,
  handlingOf,
  PATIENCE,
  type ProviderFailure,
} from "../../../shared/providers/handling.ts";
import { RUN_REASONS } from "../../../shared/runs/reasons.ts";
import { timelineWords } from "../../../shared/runs/timeline-words.ts";
import { markdownTable } from "../../support/markdown-table.ts";

const FAILURES: ProviderFailure[] = [
  "key_rejected",
  "no_credit",
  "model_unavailable",
  "rate_limited",
  "provider_down",
  "timeout",
  "connection_lost",
  "too_long",
  "bad_call",
  "refused",
  "bad_answer",
];

function row(code: ProviderFailure): string[] {
  const error = new LatchkeyError(code);
  const { charged, marks, fallback } = handlingOf(error) ?? {};
  const again = charged === "maybe" ? "once more" : "until it works, for 48 hours";
  const reason = new Map<string, string>(Object.entries(RUN_REASONS)).get(code);
  const told = error.retry ? timelineWords(`wait:${code}`) : (reason ?? "");
  return [code, error.retry ? again : "no: held", charged ?? "", marks ?? "as it was", fallback ?? "no", told];
}

test("the page of failures shows what becomes of each", async () => {
  expect(FAILURES.toSorted()).toEqual(Object.keys(HANDLING).toSorted());
  const head = ["failure", "tried again", "charged", "the key becomes", "fallback", "what the owner reads"];
  expect(await readFile("docs/failures.md", "utf8")).toContain(markdownTable(head, FAILURES.map(row)));
});

test("every failure has words for its owner of its own", () => {
  const words = FAILURES.map((code) => row(code).at(-1));
  expect(new Set(words).size).toBe(FAILURES.length);
  expect(words).not.toContain("");
});

describe("the fallback", () => {
  it.each(FAILURES)("is never asked after a %s that may have been charged", (code) => {
    const { charged, fallback } = handlingOf({ code }) ?? {};
    if (charged !== "no") expect(fallback).toBeUndefined();
  });

  it("is asked for a limit of rate past its patience alone: in tries, or in the seconds that the provider names", () => {
    const limited = (retryAfter?: number) =>
      new LatchkeyError("rate_limited", retryAfter === undefined ? {} : { retryAfter });
    expect(asksFallback(limited(), 0)).toBe(false);
    expect(asksFallback(limited(PATIENCE.seconds), PATIENCE.tries - 1)).toBe(false);
    expect(asksFallback(limited(PATIENCE.seconds + 1), 0)).toBe(true);
    expect(asksFallback(limited(), PATIENCE.tries)).toBe(true);
  });

  it("is asked at once where the provider is down, and not for what is no answer of a provider", () => {
    expect(asksFallback(new LatchkeyError("provider_down"), 0)).toBe(true);
    expect(asksFallback(new LatchkeyError("internal"), 99)).toBe(false);
  });
});
