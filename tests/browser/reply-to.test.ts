import { beforeAll, expect, test } from "vitest";
import type { Agent, Person } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  ({ alice, agent } = await someOwner(world().stack));
});

const LABEL = "Domains whose mails may name another address";

test("an owner allows domains whose mails may name another address, but no mailbox provider's", async () => {
  const { stack } = world();
  const page = await logInAs(world(), alice);
  await page.goto(`/agents/${agent.id}`);
  const save = page.getByRole("button", { name: "Save whom it answers" });
  await page.getByLabel(LABEL).fill("forms.example\nhotmail.no");
  await save.click();
  await page.getByText("Hotmail.no gives addresses to anybody.").waitFor();
  await page.getByLabel(LABEL).fill("forms.example");
  await save.click();
  await page.getByText("Support is saved.").waitFor();
  const { json } = await stack.api("GET", `/api/automation/agents/${agent.id}`, { token: alice.token });
  expect(json).toMatchObject({ form_domains: ["forms.example"] });
});

test("a mail that names another address shows it, and is answered there after the owner confirms", async () => {
  const { stack } = world();
  const to = "desk@customer.example";
  const mail = { from: "carol@customer.example", replyTo: to, to: agent.address, subject: "Hours", text: "When?" };
  const [run] = await stack.waitForRun(await stack.sendMail(mail));
  const page = await logInAs(world(), alice);
  await page.goto(`/conversations/${run?.run_id}`);
  await page.getByText(`It would go to ${to}.`).waitFor();
  await page.getByRole("link", { name: "Allow the sender's domain" }).waitFor();
  const outbox = async () => (await stack.outbox()).filter(({ run_id }) => run_id === run?.run_id);
  expect(await outbox()).toEqual([]);
  await page.getByRole("button", { name: "Try again" }).click();
  const dialog = page.getByRole("dialog", { name: "Try again?" });
  await dialog.getByText("may not have written the mail").waitFor();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("article").getByText("Answered", { exact: true }).waitFor();
  expect(await outbox()).toMatchObject([{ to: [to] }]);
});
