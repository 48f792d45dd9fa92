import { expect, test } from "vitest";
import { functionsOf } from "../../bench/cold/functions.ts";
import { eagerBytes } from "../../bench/cold/start-function.ts";
import budget from "../../infra/bundle-budget.json" with { type: "json" };

const functions = functionsOf(".");

test("every bundle has a budget, and every budget a bundle", () => {
  expect(functions.map(({ name }) => name)).toEqual(Object.keys(budget));
});

// Lambda reads and compiles these bytes at each cold start, so a higher budget slows down every one.
test.each(Object.entries(budget))("%s loads no more than %i KB before it answers", (name, kilobytes) => {
  const started = functions.find((one) => one.name === name);
  const bytes = started === undefined ? 0 : eagerBytes(started);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes / 1000).toBeLessThanOrEqual(kilobytes);
});
