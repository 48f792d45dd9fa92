import fc from "fast-check";
import { expect, test } from "vitest";
import { PROVIDERS } from "../../../shared/providers/registry.ts";
import { COUNTER_FIELDS, counterName, parseCounterName } from "../../../shared/usage/counter-name.ts";
import { PAYERS } from "../../../shared/usage/paid-by.ts";

const counter = fc.record({
  paidBy: fc.constantFrom(...PAYERS),
  agentId: fc.stringMatching(/^[a-z2-9]{1,20}$/),
  provider: fc.constantFrom(...PROVIDERS),
  model: fc.string({ unit: "grapheme", minLength: 1, maxLength: 100 }),
  field: fc.constantFrom(...COUNTER_FIELDS),
});

test("a counter's name says all that it counts, whatever the model is called", () => {
  fc.assert(
    fc.property(counter, (it) => {
      expect(parseCounterName(counterName(it))).toEqual(it);
    }),
  );
});

test("two counters have two names", () => {
  const key = (it: object) => JSON.stringify(it);
  fc.assert(
    fc.property(counter, counter, (a, b) => {
      expect(counterName(a) === counterName(b)).toBe(key(a) === key(b));
    }),
  );
});

test("half a surrogate pair in a model's name breaks nothing", () => {
  const name = counterName({ paidBy: "owner", agentId: "a", provider: "openai", model: "gpt-\ud83d", field: "mails" });
  expect(parseCounterName(name)?.model).toBe("gpt-\ufffd");
});

test.each([
  "user_id",
  "r:run",
  "m:agent",
  "in_flight",
  "c:",
  "c:a:openai:m",
  "c:a:openai:m:x",
  "q:a:openai:m:mails",
  "c:a:aol:m:mails",
])("%s is no counter", (name) => {
  expect(parseCounterName(name)).toBeUndefined();
});
