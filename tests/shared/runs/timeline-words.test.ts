import { expect, it, test } from "vitest";
import { RUN_REASONS } from "../../../shared/runs/reasons.ts";
import { timelineWords } from "../../../shared/runs/timeline-words.ts";

it("says why a run waits, even for an unknown reason", () => {
  expect(timelineWords("wait:rate_limited")).toBe("The provider limits the rate of this key; tried again later.");
  expect(timelineWords("wait:something_new")).toMatch(/tried again later\.$/);
});

test.each(Object.entries(RUN_REASONS))(
  "a run that rests as %s says it in the same words",
  (reason, { owner: words }) => {
    expect(timelineWords(`held:${reason}`)).toBe(words);
    expect(timelineWords(`skipped:${reason}`)).toBe(words);
  },
);

it.each(["received", "claim", "answered", "answered:cut", "drafted", "observed", "sent", "bounced", "approve"])(
  "has a sentence for %s",
  (event) => {
    expect(timelineWords(event)).toMatch(/^[A-Z].+\.$/);
    expect(timelineWords(event)).not.toMatch(/no words/);
  },
);

it("does not mistake a property of every object for an event", () => {
  expect(timelineWords("constructor")).toMatch(/no words/);
  expect(timelineWords("held:toString")).toMatch(/no words/);
});
