import { beforeAll, expect, test } from "vitest";
import { type Agent, createAgent, type Person } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  const { stack } = world();
  ({ alice } = await someOwner(stack));
  agent = await createAgent(stack, alice, { name: "Sales" });
});

test("by clicking alone a domain is proven, signed for, and gives an agent its address", {
  timeout: 240_000,
}, async () => {
  const page = await logInAs(world(), alice);
  await page.goto("/domains");
  await page.getByRole("button", { name: "Add a domain" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Domain").fill("gmail.com");
  await dialog.getByRole("button", { name: "Add the domain" }).click();
  await dialog.getByText("Anybody can get an address there").waitFor();
  await dialog.getByLabel("Domain").fill("Bakery.Example.");
  await dialog.getByRole("button", { name: "Add the domain" }).click();
  await page.getByRole("heading", { name: "bakery.example", level: 1 }).waitFor();
  await page.getByText("Not proven yet").first().waitFor();
  await page.getByRole("button", { name: "Copy the value of Proof" }).waitFor();
  expect(await page.getByText("Signature 1").count()).toBe(0);

  const turn = async (text: string) => {
    await page.getByRole("button", { name: "Set these records" }).click();
    const isThere = async () => {
      await page.getByRole("button", { name: "Check now" }).click();
      return page.getByText(text).first().isVisible();
    };
    await expect.poll(isThere, { timeout: 90_000, interval: 5_000 }).toBe(true);
  };
  await turn("Signature 1");
  await turn("Answers can leave from addresses on this domain.");
  expect(await page.getByRole("button", { name: "Set these records" }).count()).toBe(0);

  await page.goto(`/agents/${agent.id}`);
  await page.getByRole("button", { name: "Add an address" }).click();
  await page.getByRole("dialog").getByLabel("Address", { exact: true }).fill("support@bakery.example");
  await page.getByRole("dialog").getByRole("button", { name: "Add address" }).click();
  await page.getByRole("combobox", { name: "Answers leave from" }).click();
  await page.getByRole("option", { name: "support@bakery.example" }).click();
  await page.getByText("Saved.").waitFor();

  await page.goto("/domains/bakery_example");
  await page.getByRole("button", { name: "Remove domain" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove it" }).click();
  await page.getByText("No domain yet").waitFor();
});
