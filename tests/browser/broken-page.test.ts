import { expect, test } from "vitest";
import { withBrowser } from "./support/browser.ts";
import { signUp, somebody } from "./support/people.ts";

const world = withBrowser();

test("a page whose part of the app is gone says so in its frame, and a reload mends it", async () => {
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
