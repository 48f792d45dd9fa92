import { describe, expect, it } from "vitest";
import { callTime } from "../../../../functions/agent-runner/call/ask-once.ts";
import { priceAnswer } from "../../../../functions/agent-runner/call/price-answer.ts";
import { stopAfterFailure } from "../../../../functions/agent-runner/call/stop-after-failure.ts";
import { LatchkeyError } from "../../../../shared/errors.ts";
import { later, someRun } from "../../../support/runs.ts";

const HOUR = 3_600;

describe("the time for a call", () => {
  it("leaves twenty seconds of the invocation for storing and sending the answer", () => {
    expect(callTime(later(60), later(0))).toBe(40_000);
    expect(callTime(later(20), later(0))).toBe(0);
    expect(callTime(later(10), later(0))).toBeLessThan(0);
  });

  it("is long enough for a model that thinks for four minutes, and shorter than Node's fetch waits for a first byte", () => {
    expect(callTime(later(900), later(0))).toBe(295_000);
  });
});

describe("an answer", () => {
  const config = { provider: "openai", model_name: "gpt-4" } as const;
  const tokens = { input: 10, output: 500, cached: 0, reasoning: 0 };

  it("that the model cut at its token limit is kept as it is, and marked", async () => {
    const kept = await priceAnswer(config, { text: "We open at", tokens, stop: "length", served: {} }, later(0));
    expect(kept).toMatchObject({ text: "We open at", cut: true });
  });

  it("that is complete is not marked", async () => {
    expect(
      await priceAnswer(config, { text: "At ten.", tokens, stop: "end", served: {} }, later(0)),
    ).not.toHaveProperty("cut");
  });

  it("that is too long for a row is cut and marked", async () => {
    const kept = await priceAnswer(config, { text: "a".repeat(60_001), tokens, stop: "end", served: {} }, later(0));
    expect(kept.text).toHaveLength(60_000);
    expect(kept.cut).toBe(true);
  });
});

describe("a failed call", () => {
  it.each([
    ...(["key_rejected", "no_credit", "model_unavailable", "too_long", "refused", "bad_answer", "bad_call"] as const),
    ...(["lacks_rights", "address_blocked", "service_disabled", "account_suspended", "verification_needed"] as const),
  ])("%s holds the mail with that reason", (code) => {
    expect(stopAfterFailure(someRun(), new LatchkeyError(code), later(60))).toMatchObject({
      stop: "rest",
      state: "held",
      reason: code,
    });
  });

  it.each(["rate_limited", "provider_down", "place_blocked", "timeout", "connection_lost"] as const)(
    "%s waits",
    (code) => {
      expect(stopAfterFailure(someRun(), new LatchkeyError(code), later(60))).toMatchObject({
        stop: "wait",
        why: code,
      });
    },
  );

  it("waits at least as long as the provider asks", () => {
    const error = new LatchkeyError("rate_limited", { retryAfter: 5_000 });
    expect(stopAfterFailure(someRun(), error, later(60))).toMatchObject({ stop: "wait", seconds: 5_000 });
  });

  it.each([
    ["rate_limited", "rate_limited"],
    ["provider_down", "provider_down"],
    ["timeout", "provider_down"],
  ] as const)(
    "a wait that %s asks for beyond the mail's 48 hours holds it as %s, and one within them does not",
    (code, reason) => {
      const stopFor = (retryAfter: number, run = someRun()) =>
        stopAfterFailure(run, new LatchkeyError(code, { retryAfter }), later(HOUR));
      const received = Date.parse(someRun().received_at) - later(0).getTime();
      const left = 47 * HOUR + received / 1000;
      expect(stopFor(left + 1)).toMatchObject({ stop: "rest", state: "held", reason });
      expect(stopFor(1e12)).toMatchObject({ stop: "rest", reason });
      expect(stopFor(left)).toMatchObject({ stop: "wait", seconds: left });
      // Reopening a mail restarts its 48 hours.
      const reopened = someRun({ reopened_at: later(HOUR).toISOString() });
      expect(stopFor(48 * HOUR, reopened)).toMatchObject({ stop: "wait" });
      expect(stopFor(48 * HOUR + 1, reopened)).toMatchObject({ stop: "rest" });
    },
  );

  it("that blocks our location never ends a mail, whatever wait the provider asks for", () => {
    const error = new LatchkeyError("place_blocked", { retryAfter: 1e9 });
    const stop = stopAfterFailure(someRun(), error, later(60));
    expect(stop).toMatchObject({ stop: "wait", why: "place_blocked" });
    expect(stop.stop === "wait" && stop.seconds).toBeLessThan(HOUR);
  });

  it("whose answer was lost twice holds the mail, because a third call could be a third charge", () => {
    const stop = stopAfterFailure(someRun({ calls_lost: 2 }), new LatchkeyError("timeout"), later(60));
    expect(stop).toMatchObject({ stop: "rest", state: "held", reason: "answer_lost" });
  });
});
