import { expect, test } from "vitest";
import { forward, testMailTo } from "../support/forwarder.ts";
import { withBrowser } from "./support/browser.ts";
import { addKey, createAgent, signUp, somebody } from "./support/people.ts";

const world = withBrowser();
const MAILBOX = "support@bakery.example";
const QUESTION = `From: Carol <carol@customer.example>\r\nTo: ${MAILBOX}\r\nSubject: Bread\r\nMessage-ID: <bread@customer.example>\r\n\r\nDo you bake on Sundays?\r\n`;

test("a newcomer clicks from sign-up to a connected mailbox, and the first customer who writes there is answered", async () => {
  const { stack } = world();
  const page = await world().visit("/signup");
  await signUp(page, somebody("Alice Example"));
  const steps = page.getByRole("region", { name: "First steps" });
  await steps.getByRole("link", { name: "Add a key" }).click();
  await addKey(page, "OpenAI", "sk-demo-alice-0123456789", "gpt-4o");
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await steps.getByRole("link", { name: "Create an agent" }).click();
  await createAgent(page, "Support");

  const section = page.getByRole("region", { name: "Your own mailbox" });
  await section.getByLabel("Test the connection").fill(MAILBOX);
  await section.getByRole("button", { name: "Test this mailbox" }).click();
  const card = section.getByRole("article", { name: MAILBOX });
  await card.getByText("Waiting for the test mail").waitFor();
  // The mailbox's own service forwards from here on.
  const addresses = page.getByRole("region", { name: "Addresses" });
  const address = /[\w.-]+@[\w.-]+/.exec(await addresses.innerText())?.[0] ?? "";
  await forward(stack, { address }, MAILBOX, await testMailTo(stack, MAILBOX));
  await card.getByText("Connected", { exact: true }).waitFor();

  await stack.waitForRun(await forward(stack, { address }, MAILBOX, QUESTION));
  await page.getByRole("link", { name: "Conversations", exact: true }).click();
  await page.getByText("Bread").first().click();
  await page.getByText("Do you bake on Sundays?").first().waitFor();
  const replies = (await stack.outbox()).filter(({ to }) => to.includes("carol@customer.example"));
  expect(replies.map(({ raw }) => /^Reply-To:(.*)$/m.exec(raw)?.[1]?.trim())).toEqual([MAILBOX]);
});
