import { beforeAll, expect, test } from "vitest";
import { type Agent, createAgent, type Person } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let sales: Agent;
beforeAll(async () => {
  const { stack } = world();
  ({ alice } = await someOwner(stack));
  sales = await createAgent(stack, alice, { name: "Sales" });
});

test("a handed-in mail reaches the chosen agent, and its answer appears in the outbox", async () => {
  const page = await logInAs(world(), alice);
  await page.goto("/machine");
  await page.getByLabel("To", { exact: true }).selectOption(sales.address);
  await page.getByLabel("From").fill("nobody");
  await page.getByLabel("Subject").fill("Größe 38 – wie lange noch?");
  await page.getByLabel("Text").fill("Grüße aus Köln ☕");
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByText("Enter a full address").waitFor();
  expect(await world().stack.outbox()).toEqual([expect.objectContaining({ to: [alice.email] })]);

  await page.getByLabel("From").fill("lea@customer.example");
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByText("Re: Größe 38 – wie lange noch?").waitFor();
  await page.getByText(`${sales.address} to lea@customer.example`).waitFor();
  await page.getByRole("link", { name: "See its conversation" }).click();
  await page.getByRole("heading", { name: "Größe 38 – wie lange noch?" }).waitFor();
  await page.getByText("Grüße aus Köln ☕").first().waitFor();
  await page.getByRole("article").getByText("Answered", { exact: true }).waitFor();
});
