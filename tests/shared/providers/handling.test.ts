import { readFile } from "node:fs/promises";
import { describe, expect, it, test } from "vitest";
import { LatchkeyError } from "../../../shared/errors.ts";
import {
  HANDLING,
  haltingFailure,
  handlingOf,
  isHaltedStatus,
  PATIENCE,
  type ProviderFailure,
  shouldAskFallback,
} from "../../../shared/providers/handling.ts";
import { mendPages } from "../../../shared/providers/mend-pages.ts";
import { PROVIDERS, providerOf } from "../../../shared/providers/registry.ts";
import { isResolvedBy, RUN_REASONS, reasonRow } from "../../../shared/runs/reasons.ts";
import { timelineWords } from "../../../shared/runs/timeline-words.ts";
import { markdownTable } from "../../support/markdown-table.ts";

const FAILURES: ProviderFailure[] = [
  "key_rejected",
  "no_credit",
  "model_unavailable",
  "lacks_rights",
  "address_blocked",
  "service_disabled",
  "account_suspended",
  "verification_needed",
  "rate_limited",
  "provider_down",
  "place_blocked",
  "timeout",
  "connection_lost",
  "too_long",
  "bad_call",
  "refused",
  "bad_answer",
];

function row(code: ProviderFailure): string[] {
  const error = new LatchkeyError(code);
  const { charged, marks, fallback, acts = "" } = handlingOf(error) ?? {};
  const again = charged === "maybe" ? "once more" : "until it works, for 48 hours";
  const reason = reasonRow(code)?.owner;
  const told = error.retry ? timelineWords(`wait:${code}`) : (reason ?? "");
  return [code, error.retry ? again : "no: held", charged ?? "", marks ?? "as it was", fallback ?? "no", acts, told];
}

test("the page of failures shows the handling of each failure", async () => {
  expect(FAILURES.toSorted()).toEqual(Object.keys(HANDLING).toSorted());
  const head = ["failure", "tried again", "charged", "the key becomes", "fallback", "who acts", "what the owner reads"];
  expect(await readFile("docs/failures.md", "utf8")).toContain(markdownTable(head, FAILURES.map(row)));
});

test("every failure has its own text for the owner", () => {
  const words = FAILURES.map((code) => row(code).at(-1));
  expect(new Set(words).size).toBe(FAILURES.length);
  expect(words).not.toContain("");
});

describe.each(FAILURES)("the person who must act on %s", (code) => {
  const { marks, acts, charged } = handlingOf({ code }) ?? {};

  it("is the owner at the provider: the key is marked, and a page of the provider is linked", () => {
    if (acts !== "owner, at the provider") return;
    expect(marks).toBeDefined();
    for (const provider of PROVIDERS) {
      const row = providerOf(provider);
      const page = marks && mendPages(row)[marks];
      expect(new URL(page ?? "").protocol).toBe("https:");
    }
    expect(isResolvedBy("key", code)).toBe(true);
  });

  it("is an operator: the key is not marked, and the mail is not given up", () => {
    if (acts !== "operator") return;
    expect(marks).toBeUndefined();
    expect(charged).toBe("no");
    expect(new LatchkeyError(code).retry).toBe(true);
    expect(Object.keys(RUN_REASONS)).not.toContain(code);
  });

  it("is notified by mail if the key is useless until then", () => {
    const halts = marks !== undefined && isHaltedStatus(marks);
    expect(halts ? haltingFailure(marks) : undefined).toBe(halts ? code : undefined);
    if (halts) expect(handlingOf({ code })?.fallback).toBeUndefined();
  });
});

describe("the fallback", () => {
  it.each(FAILURES)("is never asked after a %s that may have been charged", (code) => {
    const { charged, fallback } = handlingOf({ code }) ?? {};
    if (charged !== "no") expect(fallback).toBeUndefined();
  });

  it("is asked on a rate limit only after too many tries, or if the provider's wait is too long", () => {
    const limited = (retryAfter?: number) =>
      new LatchkeyError("rate_limited", retryAfter === undefined ? {} : { retryAfter });
    expect(shouldAskFallback(limited(), 0)).toBe(false);
    expect(shouldAskFallback(limited(PATIENCE.seconds), PATIENCE.tries - 1)).toBe(false);
    expect(shouldAskFallback(limited(PATIENCE.seconds + 1), 0)).toBe(true);
    expect(shouldAskFallback(limited(), PATIENCE.tries)).toBe(true);
  });

  it("is asked at once if the provider is down, and never for other errors", () => {
    expect(shouldAskFallback(new LatchkeyError("provider_down"), 0)).toBe(true);
    expect(shouldAskFallback(new LatchkeyError("internal"), 99)).toBe(false);
  });
});
