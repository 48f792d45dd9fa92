import type { Page, Request } from "playwright-core";
import { expect, test } from "vitest";
import { withBrowser } from "./support/browser.ts";
import { addKey, signUp, somebody } from "./support/people.ts";

const world = withBrowser();

const KEY = "sk-demo-alice-secret-0123456789";

test("a key is in one request, and after that in no page, storage, address or request", async () => {
  const page = await world().visit("/signup");
  await signUp(page, somebody("Alice Example"));
  const seen: string[] = [];
  page.context().on("request", (request) => void seen.push(textOf(request)));

  await page.goto("/keys");
  await addKey(page, "OpenAI", KEY, "gpt-4o");
  expect(seen.filter((text) => text.includes(KEY))).toHaveLength(1);
  expect(await kept(page)).not.toContain(KEY);

  seen.length = 0;
  await page.getByRole("button", { name: "Replace key of OpenAI" }).click();
  expect(await page.getByLabel("Key", { exact: true }).inputValue()).toBe("");
  await page.getByRole("button", { name: "Cancel" }).click();
  for (const path of ["/", "/agents", "/usage", "/account", "/keys"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    expect(await kept(page)).not.toContain(KEY);
  }
  await page.reload();
  expect(seen.filter((text) => text.includes(KEY))).toEqual([]);
});

test("a key that its provider refuses is reported at the field, and is not kept either", async () => {
  const page = await world().visit("/signup");
  await signUp(page, somebody("Alice Example"));
  await page.goto("/keys");
  await page.getByRole("button", { name: "Add key of OpenAI" }).click();
  await page.getByLabel("Key", { exact: true }).fill("sk-ant-demo-alice-0123456789");
  await page.getByRole("button", { name: "Check and save" }).click();
  await page.getByText(/looks like a key of Anthropic/).waitFor();
  expect(await page.getByLabel("Key", { exact: true }).getAttribute("aria-invalid")).toBe("true");

  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Add key of OpenAI" }).click();
  expect(await page.getByLabel("Key", { exact: true }).inputValue()).toBe("");
});

function textOf(request: Request): string {
  return [request.url(), JSON.stringify(request.headers()), request.postData() ?? ""].join("\n");
}

/**
 * Everything that a page keeps or shows: its document with the values of its inputs, its storages, cookies and address.
 */
function kept(page: Page): Promise<string> {
  return page.evaluate<string>(`[
    location.href,
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll("input, textarea")].map((input) => input.value),
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    document.cookie,
    JSON.stringify(history.state),
  ].join("\\n")`);
}
