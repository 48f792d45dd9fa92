import { expect, it } from "vitest";
import { findKnownFailure } from "../../../../functions/agent-runner/payer/breaker.ts";
import { later } from "../../../support/runs.ts";

const last_used_at = later(0).toISOString();
const never = {};

it.each([
  ["rejected", "key_rejected"],
  ["no_credit", "no_credit"],
  ["lacks_rights", "lacks_rights"],
  ["address_blocked", "address_blocked"],
  ["service_disabled", "service_disabled"],
  ["account_suspended", "account_suspended"],
] as const)("a key that is %s is not asked again for an hour", (status, reason) => {
  const config = { status, last_used_at };
  expect(findKnownFailure(config, never, later(1))).toBe(reason);
  expect(findKnownFailure(config, never, later(3_599))).toBe(reason);
  expect(findKnownFailure(config, never, later(3_600))).toBeUndefined();
});

it("a run reopened after the refusal is tried at once, and one reopened before it is not", () => {
  const config = { status: "no_credit", last_used_at } as const;
  expect(findKnownFailure(config, { reopened_at: later(5).toISOString() }, later(6))).toBeUndefined();
  expect(findKnownFailure(config, { reopened_at: later(-5).toISOString() }, later(6))).toBe("no_credit");
});

it("a key that is new or works is asked", () => {
  expect(findKnownFailure({ status: "unverified" }, never, later(1))).toBeUndefined();
  expect(findKnownFailure({ status: "verification_needed", last_used_at }, never, later(1))).toBeUndefined();
  expect(findKnownFailure({ status: "active", last_used_at }, never, later(1))).toBeUndefined();
});
