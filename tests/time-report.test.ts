import { expect, test } from "vitest";
import { timeLines } from "./support/time-report.ts";

test("a run ends with the time of each project and its slowest twenty files, the slowest first", () => {
  const files = Array.from({ length: 25 }, (_, i) => ({ name: `unit  tests/${i}.test.ts`, ms: i * 1_000 }));
  const lines = timeLines([["unit", { first: 500, last: 61_000, files: 25, busy: 90_000 }]], files);
  expect(lines.slice(0, 4)).toEqual([
    "Time of each project, and of its files together:",
    "   60.5 s  unit: 25 files, 90.0 s together",
    "Slowest files of 25:",
    "   24.0 s  unit  tests/24.test.ts",
  ]);
  expect(lines.at(-1)).toBe("    5.0 s  unit  tests/5.test.ts");
});
