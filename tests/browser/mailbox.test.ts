import { beforeAll, expect, test } from "vitest";
import { CONFIRMATIONS } from "../support/confirmations.ts";
import { forward, testMailTo } from "../support/forwarder.ts";
import type { Agent, Person } from "../support/people.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { withBrowser } from "./support/browser.ts";
import { LOOKS } from "./support/pages.ts";
import { logInAs, someOwner } from "./support/people.ts";

/** Set to look at the pages: a folder for their pictures. */
const PICTURES = process.env["MAILBOX_PICTURES"];

const world = withBrowser();
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  ({ alice, agent } = await someOwner(world().stack));
});

test("an owner follows the guide, sees the service's code, tests the mailbox, and is told what will be answered", async () => {
  const { stack } = world();
  const page = await logInAs(world(), alice);
  await page.goto(`/agents/${agent.id}`);
  const section = page.getByRole("region", { name: "Your own mailbox" });
  await section.getByText("How to forward your mail").click();
  for (const name of ["Gmail", "Google Group", "Microsoft 365", "Another provider or server"]) {
    await section.getByLabel("Where is your mailbox?").selectOption(name);
    await section.getByRole("list", { name: `Steps for ${name}` }).waitFor();
  }
  await section.getByRole("button", { name: "Copy the agent's address" }).waitFor();

  const raw = CONFIRMATIONS["Gmail's, with a code in the subject and the link that cancels"]?.raw ?? "";
  await stack.handIn(raw, { from: "forwarding-noreply@google.com", to: agent.address });
  await section.getByText("Gmail asks whether you may forward").waitFor();
  await section.getByText("123456789", { exact: true }).waitFor();
  // The link is text: what a stranger's mail names is no button of ours.
  expect(await page.locator('a[href*="google.com/mail/vf-"]').count()).toBe(0);

  await section.getByLabel("Test the connection").fill("support@acme.example");
  await section.getByRole("button", { name: "Test this mailbox" }).click();
  const card = section.getByRole("article", { name: "support@acme.example" });
  await card.getByText("Waiting for the test mail").waitFor();
  await forward(stack, agent, "support@acme.example", await testMailTo(stack, "support@acme.example"));
  await card.getByText("Connected", { exact: true }).waitFor();
  await card.getByRole("list", { name: "The agent answers" }).waitFor();
  await card.getByText("Details").click();
  await card.getByText("pass: our signature survived").waitFor();

  for (const [name, { colorScheme, viewport }] of Object.entries({
    ...LOOKS,
    narrow: { ...LOOKS.dark, viewport: { width: 320, height: 900 } },
  })) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    expect(await accessibilityFaults(page), name).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    if (PICTURES !== undefined)
      await section.screenshot({ path: `${PICTURES}/mailbox-${name}.png`, animations: "disabled" });
  }
  await page.setViewportSize(LOOKS.light.viewport);
  await section.getByLabel("Keep silent where I answer myself").click();
  await page.getByText("Saved.").first().waitFor();
  await card.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await card.waitFor({ state: "detached" });
});

test("an owner silences the agent in a thread, and lets it answer again", async () => {
  const { stack } = world();
  const mail = { from: "carol@customer.example", to: agent.address, subject: "Hours", text: "When?" };
  const [run] = await stack.waitForRun(await stack.sendMail(mail));
  const page = await logInAs(world(), alice);
  await page.goto(`/conversations/${run?.run_id}`);
  await page.getByRole("button", { name: "I answer in this thread myself" }).click();
  await page.getByText("You said that you answer in this thread yourself.").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/quiet.png` });
  await page.getByRole("button", { name: "Let the agent answer here again" }).click();
  await page.getByRole("button", { name: "I answer in this thread myself" }).waitFor();
});
