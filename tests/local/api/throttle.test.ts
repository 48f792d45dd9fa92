import { expect, test } from "vitest";
import { Throttle } from "../../../local/api/throttle.ts";

test("a burst passes, the next request is refused, and the rate admits more later", () => {
  const throttle = new Throttle(10, 2, 0);
  expect([throttle.admit(0), throttle.admit(0), throttle.admit(0)]).toEqual([true, true, false]);
  expect([throttle.admit(100), throttle.admit(100)]).toEqual([true, false]);
  expect([throttle.admit(60_000), throttle.admit(60_000), throttle.admit(60_000)]).toEqual([true, true, false]);
});
