import { expect, test } from "vitest";
import { withBrowser } from "./support/browser.ts";
import { createAgent, signUp, somebody } from "./support/people.ts";

const world = withBrowser();

test("an owner makes a token for one agent, copies it, sees its use, and revokes it", async () => {
  const page = await world().visit("/signup");
  await signUp(page, somebody("Tina Token"));
  await page.goto("/agents");
  await createAgent(page, "Support");

  await page.goto("/tokens");
  await page.getByRole("button", { name: "Create token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Order script");
  await dialog.getByRole("button", { name: "Create token" }).click();
  await dialog.getByText("Choose what it may do.").waitFor();
  await dialog.getByLabel("Create, change, test and delete agents").check();
  await dialog.getByLabel("Support", { exact: true }).check();
  await dialog.getByRole("button", { name: "Create token" }).click();
  const token = await dialog.getByLabel("The token", { exact: true }).inputValue();
  expect(token).toMatch(/^lk_[0-9A-Za-z]{38}$/);
  await dialog.getByRole("button", { name: "I have copied it" }).click();

  const card = page.getByRole("list", { name: "API tokens" }).getByRole("listitem").first();
  await card.getByText("never used", { exact: false }).waitFor();
  await card.getByText("Only for Support").waitFor();
  expect(await page.content()).not.toContain(token);

  const ask = () => page.request.get("/api/automation/agents", { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status()).toBe(200);
  await page.reload();
  await card.getByText("last used just now from", { exact: false }).waitFor();

  await page.getByRole("button", { name: "Revoke Order script" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke token" }).click();
  await page.getByRole("heading", { name: "No token yet" }).waitFor();
  expect((await ask()).status()).toBe(401);
});
