import { expect, it } from "vitest";
import { killOften } from "../kill/kill-often.ts";

it("loses no mail and answers none twice when the whole machine is killed under load", {
  timeout: 600_000,
}, async () => {
  const verdict = await killOften(2, () => {});
  expect(verdict).toMatchObject({ lost: [], answeredTwice: [], paidOverTwice: [], reservationsLeft: 0 });
  expect(verdict.accepted).toBeGreaterThan(0);
});
