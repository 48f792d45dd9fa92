import { expect, test } from "vitest";
import { rangeOf } from "../../../functions/usage/range.ts";

const now = new Date("2026-11-23T23:59:59.999Z");

test.each([
  [{}, { from: "2026-10-25", to: "2026-11-23" }],
  [{ from: "2026-11-01" }, { from: "2026-11-01", to: "2026-11-23" }],
  [{ to: "2026-03-01" }, { from: "2026-01-31", to: "2026-03-01" }],
  [
    { from: "2026-11-23", to: "2026-11-23" },
    { from: "2026-11-23", to: "2026-11-23" },
  ],
  [{ from: "2026-12-01" }, { from: "2026-12-01", to: "2026-12-01" }],
  [
    { from: "2024-01-01", to: "2024-12-31" },
    { from: "2024-01-01", to: "2024-12-31" },
  ],
])("%j is %j", (query, range) => {
  expect(rangeOf(query, now)).toEqual(range);
});

test.each([{ from: "2026-11-02", to: "2026-11-01" }, { from: "2024-01-01", to: "2025-01-01" }, { from: "0001-01-01" }])(
  "%j is refused by the name of its field",
  (query) => {
    expect(rangeOf(query, now)).toMatchObject({ fault: { field: "from" } });
  },
);
