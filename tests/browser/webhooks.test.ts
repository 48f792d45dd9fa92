import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "../support/people.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let receiver: Receiver;
beforeAll(async () => {
  ({ alice } = await someOwner(world().stack));
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

test("an owner adds a webhook, tests it, sees what came of it, delivers again, makes a new secret, and deletes it", async () => {
  const page = await logInAs(world(), alice);
  await page.goto("/webhooks");
  await page.getByRole("button", { name: "Add webhook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Shop");
  await dialog.getByLabel("Address").fill("https://192.168.1.1/hook");
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  await dialog.getByText("Must not be a private or reserved address.").waitFor();
  await dialog.getByLabel("Address").fill(receiver.url);
  await dialog.getByLabel("A mail arrived for one of your agents.").uncheck();
  await dialog.getByRole("button", { name: "Add webhook" }).click();

  await dialog.getByText("it is shown only this once").waitFor();
  const secret = (await dialog.locator("pre").textContent()) ?? "";
  expect(secret).toMatch(/^whsec_/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("heading", { name: "Shop", level: 1 }).waitFor();
  expect(await page.content()).not.toContain(secret);

  receiver.status(500, {}, "<b>no database</b>");
  await page.getByRole("button", { name: "Send a test event" }).click();
  await page.getByText("Failed", { exact: true }).waitFor();
  await page.getByText("Details").first().click();
  // The receiver's answer is text, and none of it is an element.
  await page.getByText("<b>no database</b>").waitFor();

  receiver.status(204);
  await page.getByRole("button", { name: "Deliver again: webhook.test" }).click();
  await page.getByText("Delivered", { exact: true }).waitFor();
  await page.getByText("Working", { exact: true }).waitFor();
  const [first, second] = receiver.calls;
  if (!first || !second) throw new Error("The receiver was called twice");
  expect(second.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
  expect(new Webhook(secret).verify(second.body, second.headers)).toMatchObject({ type: "webhook.test" });

  await page.getByRole("button", { name: "Make a new secret" }).click();
  await dialog.getByLabel("The old secret works").selectOption("1");
  await dialog.getByRole("button", { name: "Make a new secret" }).click();
  await dialog.getByText("it is shown only this once").waitFor();
  expect(await dialog.locator("pre").textContent()).not.toBe(secret);
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  await page.getByText("The one before still signs too").waitFor();

  await page.getByRole("button", { name: "Switch off" }).click();
  await page.getByText("Off", { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Deliver failed events again" }).isDisabled()).toBe(true);

  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog.getByRole("button", { name: "Delete webhook" }).click();
  await page.getByText("No webhook yet").waitFor();
});
