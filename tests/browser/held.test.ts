import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { CDK_OUT } from "../../local/stack.ts";
import { readTemplate } from "../../local/template/read-template.ts";
import type { Template } from "../../local/template/template.ts";
import { mailboxKey } from "../../shared/correspondents/mailbox-key.ts";
import { RUN_REASONS, type RunReason } from "../../shared/runs/reasons.ts";
import { helpFor } from "../../web/src/pages/conversations/owner/fixes.ts";
import { putRuns, restingRun } from "../support/many-runs.ts";
import { type Agent, createAgent, type Person, signUp, storeKey } from "../support/people.ts";
import { putRows } from "../support/put-rows.ts";
import type { TestStack } from "../support/stack.ts";
import { withBrowser } from "./support/browser.ts";
import { addKey, logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
/** A team that answers three mails a month for owners without a key. */
const generous = withBrowser({ template: withFreeAnswers });

async function withFreeAnswers(): Promise<Template> {
  const template = await readTemplate(CDK_OUT);
  const account = /"DELETIONS_QUEUE_URL":/g;
  const resources = JSON.stringify(template.resources).replace(account, '"PLATFORM_MAILS_PER_MONTH":"3",$&');
  return { ...template, resources: JSON.parse(resources) };
}

let alice: Person;
let agent: Agent;
beforeAll(async () => {
  ({ alice, agent } = await someOwner(world().stack));
});

/** Hands in a mail, waits until it is at rest, and opens its page. */
async function openMail(stack: TestStack, page: Page, from: string, to: string): Promise<void> {
  const [run] = await stack.waitForRun(await stack.sendMail({ from, to, subject: "Hours", text: "When?" }));
  await page.goto(`/conversations/${run?.run_id}`);
}

const answered = (page: Page) => page.getByRole("article").getByText("Answered", { exact: true }).waitFor();
const repliesTo = async (address: string) => (await world().stack.outbox()).filter(({ to }) => to.includes(address));

test("a blocked correspondent is unblocked and answered with one click", async () => {
  const { stack } = world();
  const address = "gus@customer.example";
  const id = mailboxKey(agent.id, address);
  const blocked = { id, address, reason: "bounced", run_id: "earlier", blocked_at: new Date().toISOString() };
  await putRows(stack, "BLOCKED_TABLE", [{ user_id: alice.id, correspondent: `${agent.id}:${id}`, ...blocked }]);
  const page = await logInAs(world(), alice);
  await openMail(stack, page, address, agent.address);
  await page.getByText("A reply to this correspondent bounced for good").first().waitFor();
  expect(await repliesTo(address)).toHaveLength(0);
  await page.getByRole("button", { name: `Unblock ${address} and try again` }).click();
  await answered(page);
  expect(await repliesTo(address)).toHaveLength(1);
  await page.goto(`/agents/${agent.id}`);
  await page.getByRole("button", { name: "Save limits" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.getByRole("region", { name: "Blocked correspondents" }).count()).toBe(0);
});

test("a mail without a key leads to the key form, and is answered by itself once a key is stored", async () => {
  const { stack } = world();
  const bob = await signUp(stack, "Bob");
  const { address } = await createAgent(stack, bob);
  const page = await logInAs(world(), bob);
  await openMail(stack, page, "hal@customer.example", address);
  expect(await page.getByRole("link", { name: /Confirm your address/ }).count()).toBe(0);
  await page.getByRole("link", { name: "Add a key" }).click();
  await addKey(page, "OpenAI", "sk-demo-bob-0123456789", "gpt-4o");
  await page.getByRole("link", { name: "Conversations" }).click();
  await page.getByRole("link", { name: /hal@customer.example.*Answered/s }).waitFor();
});

test("a mail over the month's budget leads to the budget, and is answered once the budget is raised", async () => {
  const { stack } = world();
  const eve = await signUp(stack, "Eve");
  await storeKey(stack, eve, "openai", "sk-demo-eve-0123456789", "gpt-4");
  const { address } = await createAgent(stack, eve);
  await stack.api("PATCH", "/api/account", { token: eve.token, body: { monthlyBudgetUsd: 0.01 } });
  const page = await logInAs(world(), eve);
  await openMail(stack, page, "ida@customer.example", address);
  await page.getByText("Once you raise it, this mail is answered at once.").waitFor();
  await page.getByRole("link", { name: "Raise the budget" }).click();
  await page.getByLabel("US dollars a month").fill("20");
  await page.getByRole("button", { name: "Save budget" }).click();
  await page.getByText("The monthly budget is $20.00.").waitFor();
  await page.getByRole("link", { name: "Conversations" }).click();
  await page.getByRole("link", { name: /ida@customer.example.*Answered/s }).waitFor();
});

test("if the team offers free answers, a mail without a key also leads to address verification", async () => {
  const { stack } = generous();
  const fay = await signUp(stack, "Fay");
  const { address } = await createAgent(stack, fay);
  const page = await logInAs(generous(), fay);
  await openMail(stack, page, "jan@customer.example", address);
  await page.getByRole("link", { name: "Add a key" }).click();
  await page.getByText("3 free answers a month").waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "Confirm your address for free answers" }).click();
  await page.getByRole("region", { name: "E-mail address" }).getByRole("button", { name: "Send me a code" }).waitFor();
});

/** One reason for each button. `fixes.test.ts` tests which reason has which button. */
const reasons = Object.keys(RUN_REASONS).filter((reason, at, all): reason is RunReason => {
  const label = labelOf(reason);
  return label !== undefined && all.findIndex((other) => labelOf(other) === label) === at;
});

function labelOf(reason: string): string | undefined {
  const { fix } = helpFor(reason);
  return typeof fix === "object" ? fix.label : undefined;
}

test("for every kind of cause that can be fixed, the button leads to the page for it", async () => {
  const { stack } = world();
  const of = { user_id: alice.id, agent_id: agent.id, state: "held" } as const;
  const runs = reasons.map((reason, at) => restingRun(`held-${reason}`, at + 1, { ...of, reason, subject: reason }));
  await putRuns(stack, runs);
  const page = await logInAs(world(), alice);
  const pages = {
    "/keys": "AI keys",
    "/account": "Account",
    "/domains": "Domains",
    [`/agents/${agent.id}`]: "Support",
  };
  for (const { run_id, reason = "" } of runs) {
    const { fix } = helpFor(reason);
    if (typeof fix !== "object") continue;
    await page.goto(`/conversations/${run_id}`);
    await page
      .getByText(RUN_REASONS[reason || "dropped"].owner)
      .first()
      .waitFor();
    await page.getByRole("link", { name: fix.label }).click();
    const heading = pages[new URL(page.url()).pathname];
    await page.getByRole("heading", { name: heading ?? "none", level: 1, exact: true }).waitFor();
  }
});
