import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { withTools } from "../../../packages/mcp/tool-table.ts";

test("docs/programs.md lists the tools as they are; `npm run openapi` writes it", async () => {
  const page = await readFile("docs/programs.md", "utf8");
  expect(page).toBe(withTools(page));
  expect(page).toContain("| `approve_draft` |");
});
