import { describe, expect, it } from "vitest";
import { afterFailure, callTime, priced } from "../../../functions/agent-runner/ask-provider.ts";
import { LatchkeyError } from "../../../shared/errors.ts";
import { later, someRun } from "../../support/runs.ts";

describe("the time for a call", () => {
  it("leaves twenty seconds of the invocation to store and send the answer", () => {
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
    const kept = await priced(config, { text: "We open at", tokens, stop: "length", served: {} }, later(0));
    expect(kept).toMatchObject({ text: "We open at", cut: true });
  });

  it("that came to its end is not marked", async () => {
    expect(await priced(config, { text: "At ten.", tokens, stop: "end", served: {} }, later(0))).not.toHaveProperty(
      "cut",
    );
  });

  it("that is longer than a row can keep is cut and marked", async () => {
    const kept = await priced(config, { text: "a".repeat(60_001), tokens, stop: "end", served: {} }, later(0));
    expect(kept.text).toHaveLength(60_000);
    expect(kept.cut).toBe(true);
  });
});

describe("a failed call", () => {
  it.each(["key_rejected", "no_credit", "model_unavailable", "too_long", "refused", "bad_answer", "bad_call"] as const)(
    "%s holds the mail with that reason",
    (code) => {
      expect(afterFailure(someRun(), new LatchkeyError(code))).toMatchObject({
        stop: "rest",
        state: "held",
        reason: code,
      });
    },
  );

  it.each(["rate_limited", "provider_down", "timeout", "connection_lost"] as const)("%s waits", (code) => {
    expect(afterFailure(someRun(), new LatchkeyError(code))).toMatchObject({ stop: "wait", why: code });
  });

  it("waits at least as long as the provider asks", () => {
    const error = new LatchkeyError("rate_limited", { retryAfter: 5_000 });
    expect(afterFailure(someRun(), error)).toMatchObject({ stop: "wait", seconds: 5_000 });
  });

  it("whose answer was lost for the second time is held: a third call could be a third charge", () => {
    const stop = afterFailure(someRun({ calls_lost: 2 }), new LatchkeyError("timeout"));
    expect(stop).toMatchObject({ stop: "rest", state: "held", reason: "answer_lost" });
  });
});
