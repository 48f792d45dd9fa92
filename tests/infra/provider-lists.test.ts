import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { withProviderLists } from "../../infra/provider-lists.ts";
import { anyProvider } from "../../shared/providers/registry.ts";

test.each([
  ["README.md", "<!-- providers -->"],
  ["docs/deploy.md", "<!-- provider-ids -->"],
])("%s names the providers that there are: npm run openapi writes them", async (path, mark) => {
  const page = await readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  expect(page).toContain(mark);
  expect(withProviderLists(page)).toBe(page);
});

test("a list is written anew between its marks, and nothing else is", () => {
  const page = "a <!-- providers -->Nobody<!-- /providers --> b <!-- other -->c<!-- /other --> OpenAI";
  expect(withProviderLists(page)).toContain(anyProvider());
  expect(withProviderLists(page).startsWith("a <!-- providers -->")).toBe(true);
  expect(withProviderLists(page).endsWith("<!-- /providers --> b <!-- other -->c<!-- /other --> OpenAI")).toBe(true);
  expect(withProviderLists(page)).not.toContain("Nobody");
});
