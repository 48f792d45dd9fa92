import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { withProviderLists } from "../../infra/provider-lists.ts";
import { joinProviders } from "../../shared/providers/registry.ts";

test.each([
  ["README.md", "<!-- providers -->"],
  ["docs/deploy.md", "<!-- provider-ids -->"],
])("%s lists the current providers; npm run openapi writes them", async (path, mark) => {
  const page = await readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  expect(page).toContain(mark);
  expect(withProviderLists(page)).toBe(page);
});

test("only the text between the marks of a list is rewritten", () => {
  const page = "a <!-- providers -->Nobody<!-- /providers --> b <!-- other -->c<!-- /other --> OpenAI";
  expect(withProviderLists(page)).toContain(joinProviders());
  expect(withProviderLists(page).startsWith("a <!-- providers -->")).toBe(true);
  expect(withProviderLists(page).endsWith("<!-- /providers --> b <!-- other -->c<!-- /other --> OpenAI")).toBe(true);
  expect(withProviderLists(page)).not.toContain("Nobody");
});
