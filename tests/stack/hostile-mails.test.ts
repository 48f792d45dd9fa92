import { expect, it } from "vitest";
import { floodWithSlowMails } from "../support/hostile-mails.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();

it("answers every other owner's mail beside mails that are slow to read, each of which is answered or held", async () => {
  const { hostile, others } = await floodWithSlowMails(stack(), 5);
  expect(others).toEqual(others.map(() => "replied"));
  expect(others).toHaveLength(5);
  for (const { state, claims } of hostile) {
    expect(["replied", "held"]).toContain(state);
    expect(claims).toBeLessThanOrEqual(3);
  }
});
