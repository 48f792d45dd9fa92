import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { withRoutes } from "../../infra/api-reference.ts";

const page = await readFile(new URL("../../docs/api.md", import.meta.url), "utf8");

test("docs/api.md lists the current routes; `npm run openapi` writes it", () => {
  expect(page).toBe(withRoutes(page));
  expect(page).toContain("| `POST /api/ai-config` | session, or `keys:manage` | 200, 201 |");
});

test("a page without the marks is refused rather than overwritten", () => {
  expect(() => withRoutes("# The API")).toThrow("docs/api.md has no <!-- routes -->");
});
