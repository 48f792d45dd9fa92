import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { withProviderLists } from "../../infra/provider-lists.ts";
import { anyProvider } from "../../shared/providers/registry.ts";

test("the README names the providers that there are: npm run openapi writes them", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme).toContain("<!-- providers -->");
  expect(readme).toContain("<!-- provider-ids -->");
  expect(withProviderLists(readme)).toBe(readme);
});

test("a list is written anew between its marks, and nothing else is", () => {
  const page = "a <!-- providers -->Nobody<!-- /providers --> b <!-- other -->c<!-- /other --> OpenAI";
  expect(withProviderLists(page)).toContain(anyProvider());
  expect(withProviderLists(page).startsWith("a <!-- providers -->")).toBe(true);
  expect(withProviderLists(page).endsWith("<!-- /providers --> b <!-- other -->c<!-- /other --> OpenAI")).toBe(true);
  expect(withProviderLists(page)).not.toContain("Nobody");
});
