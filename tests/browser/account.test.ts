import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { withBrowser } from "./support/browser.ts";
import { addKey, createAgent, signUp, somebody } from "./support/people.ts";

const world = withBrowser();

test("a user exports everything, changes the password, and deletes the account in the browser", async () => {
  const page = await world().visit("/signup");
  const alice = somebody("Alice Example");
  await signUp(page, alice);
  await page.goto("/keys");
  await addKey(page, "OpenAI", "sk-demo-alice-0123456789", "gpt-4o");
  await page.goto("/agents");
  await createAgent(page, "Support");

  await page.goto("/account");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export everything" }).click(),
  ]);
  const exported = await readFile(await download.path(), "utf8");
  expect(JSON.parse(exported)).toMatchObject({ account: [{ email: alice.email }], agents: [{ name: "Support" }] });
  expect(exported).not.toContain("sk-demo-alice-0123456789");

  await page.getByLabel("Current password").fill("not my password");
  await page.getByLabel("New password").fill("a better horse battery");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("This is not the password of the account.").waitFor();
  await page.getByLabel("Current password").fill(alice.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("The password is changed.", { exact: false }).waitFor();

  await page.getByRole("button", { name: "Delete account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill("a better horse battery");
  await dialog.getByRole("button", { name: "Delete account" }).click();
  await page.getByRole("heading", { name: "Log in", level: 1 }).waitFor();

  await page.getByLabel("E-mail").fill(alice.email);
  await page.getByLabel("Password", { exact: true }).fill("a better horse battery");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByText("The e-mail or the password is wrong", { exact: false }).first().waitFor();
});
