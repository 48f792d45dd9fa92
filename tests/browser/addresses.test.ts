import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { createAgent, type Person, signUp } from "../support/people.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let page: Page;
beforeAll(async () => {
  ({ alice } = await someOwner(world().stack));
  const bob = await signUp(world().stack, "Bob");
  await createAgent(world().stack, bob, { address: "bobs-bakery" });
});
beforeEach(async () => {
  page = await world().once("alice", () => logInAs(world(), alice));
});

const dialog = () => page.getByRole("dialog");
const section = () => page.getByRole("region", { name: "Addresses" });
const rows = async () =>
  (await section().getByRole("listitem").allInnerTexts()).map((text) => text.split("\n").filter(Boolean));
async function choose(address: string, item: string): Promise<void> {
  await section()
    .getByRole("button", { name: `More for ${address}` })
    .click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("an owner chooses a new agent's address and is told while typing whether it is free", async () => {
  await page.goto("/agents");
  await page.getByRole("button", { name: "Create agent" }).first().click();
  await dialog().getByLabel("Name").fill("Bread");
  const field = dialog().getByRole("textbox", { name: "Address" });
  await field.fill("Bobs-Bakery");
  await dialog().getByText("Somebody else has this address").waitFor();
  await field.fill("bobs.bakery");
  await dialog().getByText("It looks too much like an address").waitFor();
  await field.fill("postmaster");
  await dialog().getByText("This name would be taken for the people who run").waitFor();
  await field.fill("käse");
  await dialog().getByText("may have only the letters a to z").waitFor();
  await field.fill("Alices-Bread");
  await dialog().getByText("alices-bread@agents.latchkey.test is free.").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog().getByRole("button", { name: "Create agent" }).click();
  await page.getByRole("heading", { name: "Bread", level: 1 }).waitFor();
  await section().getByText("alices-bread@agents.latchkey.test").waitFor();
  expect(await rows()).toMatchObject([["alices-bread@agents.latchkey.test", "Primary"]]);
});

test("a refusal that only the server knows stands at the field", async () => {
  await section().getByRole("button", { name: "Add an address" }).click();
  await dialog().getByRole("textbox", { name: "Address" }).fill("bobs-bakery");
  // Without waiting for the look that runs while typing.
  await dialog().getByRole("button", { name: "Add address" }).click();
  await dialog().getByText("Somebody else has this address").waitFor();
  expect(await dialog().getByRole("textbox", { name: "Address" }).getAttribute("aria-invalid")).toBe("true");
  await dialog().getByRole("textbox", { name: "Address" }).fill("alices-rolls");
  await dialog().getByRole("button", { name: "Add address" }).click();
  await section().getByText("alices-rolls@agents.latchkey.test").waitFor();
});

test("an address is made primary, replaced with a time to go on, ended and deleted", async () => {
  const at = (name: string) => `${name}@agents.latchkey.test`;
  await choose(at("alices-rolls"), "Make primary");
  await page.getByText(`${at("alices-rolls")} is the primary address.`).waitFor();
  await choose(at("alices-rolls"), "Replace it");
  await dialog().getByText("whoever sent it is not told").waitFor();
  await dialog().getByLabel("New address").fill("alices-cakes");
  await dialog().getByLabel("The old address").click();
  await page.getByRole("option", { name: "Works for 7 more days" }).click();
  await dialog().getByRole("button", { name: "Replace address" }).click();
  await section().getByText(at("alices-cakes")).waitFor();
  expect(await rows()).toMatchObject([
    [at("alices-cakes"), "Primary"],
    [at("alices-rolls"), expect.stringMatching(/^Works until /)],
    [at("alices-bread")],
  ]);
  await choose(at("alices-rolls"), "Keep it without an end");
  await page.getByText(`${at("alices-rolls")} goes on.`).waitFor();
  await choose(at("alices-rolls"), "Let it end");
  await dialog().getByLabel("Days that it still works").fill("1");
  await dialog().getByRole("button", { name: "Let it end" }).click();
  await page.getByText(`${at("alices-rolls")} will end.`).waitFor();
  await choose(at("alices-rolls"), "Delete it");
  await dialog().getByText("Nobody else ever gets the address").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog().getByRole("button", { name: "Delete address" }).click();
  await page.getByText(`${at("alices-rolls")} is deleted.`).waitFor();
  expect(await rows()).toMatchObject([[at("alices-cakes"), "Primary"], [at("alices-bread")]]);
  // The browser itself logs the refusal of the test before.
  expect(world().faults.filter((fault) => !fault.includes("409"))).toEqual([]);
});
