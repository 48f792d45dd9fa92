import { expect, test } from "vitest";
import { withBrowser } from "./support/browser.ts";
import { logOut, signUp, somebody } from "./support/people.ts";

const world = withBrowser();

test("a user signs up, is still logged in after a reload, and logs out", async () => {
  const { visit, faults } = world();
  const page = await visit("/signup");
  const alice = somebody();
  await signUp(page, alice);

  await page.reload();
  await page.getByText(`Welcome, ${alice.name}.`).waitFor();

  await logOut(page);
  await page.reload();
  await page.getByRole("heading", { name: "Log in", level: 1 }).waitFor();
  expect(faults).toEqual([]);
});
