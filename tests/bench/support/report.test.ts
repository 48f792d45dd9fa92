import { expect, test } from "vitest";
import { table, withSection } from "../../../bench/support/report.ts";

const OLD = "# Results\n\nWords.\n\n## bench:a\n\nold\n\n## bench:b\n\nb stays\n";

test("a section is replaced, and the others stay", () => {
  expect(withSection(OLD, "bench:a", "new\n\n| x |")).toBe(
    "# Results\n\nWords.\n\n## bench:a\n\nnew\n\n| x |\n\n## bench:b\n\nb stays\n",
  );
});

test("the last section can be replaced", () => {
  expect(withSection(OLD, "bench:b", "new")).toBe("# Results\n\nWords.\n\n## bench:a\n\nold\n\n## bench:b\n\nnew\n");
});

test("a first result is added at the end", () => {
  expect(withSection("# Results\n", "bench:a", "new")).toBe("# Results\n\n## bench:a\n\nnew\n");
});

test("columns of figures are aligned to the right", () => {
  expect(table(["name", "ms"], [["a", "1.5 (1 – 2)"]])).toEqual([
    "| name | ms |",
    "| --- | ---: |",
    "| a | 1.5 (1 – 2) |",
  ]);
});
