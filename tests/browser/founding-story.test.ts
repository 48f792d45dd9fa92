import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { withBrowser } from "./support/browser.ts";
import { addKey, createAgent, signUp, somebody } from "./support/people.ts";

const world = withBrowser();

test("a newcomer clicks from sign-up to the first answer, and sees what it cost", async () => {
  const page = await world().visit("/signup");
  await signUp(page, somebody("Alice Example"));
  const steps = page.getByRole("region", { name: "First steps" });
  await steps.getByRole("link", { name: "Add a key" }).click();

  await addKey(page, "OpenAI", "sk-demo-alice-0123456789", "gpt-4o");
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await steps.getByRole("link", { name: "Create an agent" }).click();

  await createAgent(page, "Support");
  await page.getByRole("button", { name: "Send a test mail" }).click();
  await page.getByRole("button", { name: "Send test mail" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("This is gpt-4o, played by the stub on your machine.", { exact: false }).waitFor();
  await dialog.getByText(/tokens in/).waitFor();

  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await steps.waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Usage" }).click();
  await page.getByRole("radiogroup", { name: "Group by" }).getByText("Model").click();
  const row = page.getByRole("row", { name: /gpt-4o/ });
  expect(await row.getByRole("cell").nth(2).textContent()).toBe("1");
  expect(await row.getByRole("cell").nth(1).textContent()).toMatch(/^\$0\.\d+$/);
  expect(world().faults).toEqual([]);
});

test("two users in two browsers see nothing of each other", async () => {
  const { visit } = world();
  const [alice, bob] = await Promise.all([visit("/signup"), visit("/signup")]);
  await signUp(alice, somebody("Alice Example"));
  await signUp(bob, somebody("Bob Example"));
  await alice.goto("/keys");
  await addKey(alice, "OpenAI", "sk-demo-alice-0123456789", "gpt-4o");
  await alice.goto("/agents");
  await createAgent(alice, "The agent of Alice");
  const address = alice.url();

  await bob.goto("/agents");
  await bob.getByRole("heading", { name: "No agent yet" }).waitFor();
  await bob.goto("/keys");
  await bob.getByRole("button", { name: "Add key of OpenAI" }).waitFor();
  await bob.goto(address);
  await bob.getByText("There is nothing here, or it is not yours.").waitFor();
  expect(await textOf(bob)).not.toContain("The agent of Alice");
});

function textOf(page: Page): Promise<string> {
  return page.evaluate<string>("document.body.innerText");
}
