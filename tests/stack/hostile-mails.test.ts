import { expect, it } from "vitest";
import { floodWithSlowMails } from "../support/hostile-mails.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();
/** `HOSTILE_MAILS=50 npx vitest run --project stack tests/stack/hostile-mails.test.ts` plays it longer. */
const MAILS = Number(process.env["HOSTILE_MAILS"] ?? 5);

it("answers every other owner's mail during slow mails, and answers or holds each slow one", async () => {
  const { hostile, others } = await floodWithSlowMails(stack(), MAILS);
  expect(others).toEqual(others.map(() => "replied"));
  expect(others).toHaveLength(MAILS);
  for (const { state, claims } of hostile) {
    expect(["replied", "held"]).toContain(state);
    expect(claims).toBeLessThanOrEqual(3);
  }
}, 1_800_000);
