import { expect, test } from "vitest";
import { withBrowser } from "./support/browser.ts";
import { createAgent, signUp, somebody } from "./support/people.ts";

const world = withBrowser();

test("a page whose part of the app is gone says so inside its frame, and a reload repairs it", async () => {
  const page = await world().visit("/signup");
  await signUp(page, somebody());
  const gone = /\/assets\/usage-/;
  await page.route(gone, (route) => route.abort());
  await page.getByRole("link", { name: "Usage" }).click();
  await page.getByText("This could not be loaded").waitFor();
  expect(await page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(true);

  await page.unroute(gone);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "Usage", level: 1 }).waitFor();
});

test("a dialog whose part of the app cannot be loaded leaves the text typed on the page as it is", async () => {
  const page = await world().visit("/signup");
  await signUp(page, somebody());
  await page.goto("/agents");
  await createAgent(page, "Support");
  await page.getByLabel("Instructions").fill("Be brief, and never");
  const gone = /\/assets\/test-mail-/;
  await page.route(gone, (route) => route.abort());
  await page.getByRole("button", { name: "Send a test mail" }).click();
  await page.getByText("This part of Latchkey could not be loaded.").waitFor();
  expect(await page.getByLabel("Instructions").inputValue()).toBe("Be brief, and never");
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog", { name: "Delete Support?" }).waitFor();
});
