import { setTimeout as delay } from "node:timers/promises";
import { webhookCreated } from "../../../shared/api/webhook-schemas.ts";
import { makeToken } from "../../support/api-tokens.ts";
import { createAgent, type Person, signUp, storeKey } from "../../support/people.ts";
import type { TestStack } from "../../support/stack.ts";
import { meetBusy, meetWordy } from "./other-owners.ts";

/**
 * Alice has keys, agents, mails and answers; `newcomer` has nothing, `wordy` has long names, and `busy` has as much as
 * possible.
 */
export type Owner = "alice" | "newcomer" | "wordy" | "busy";

/** The data that the pages show in screenshots and accessibility checks. */
export type Story = Ids & { people: Record<Owner, Person>; wordyAgentId: string; wordyRunId: string; domain: string };

/** Ids of Alice's data. */
type Ids = { supportId: string; runId: string; draftId: string; heldId: string; htmlId: string; webhookId: string };

/** @param mails the number of the busy owner's mails */
export async function tellStory(stack: TestStack, mails: number): Promise<Story> {
  const newcomer = await signUp(stack, "Nora");
  const wordy = await meetWordy(stack);
  const busy = await meetBusy(stack, mails);
  const alice = await signUp(stack, "Alice");
  const ids = await tellOf(stack, alice);
  const people = { alice, newcomer, wordy: wordy.person, busy };
  const domain = await addDomain(stack, alice);
  return { ...ids, domain, people, wordyAgentId: wordy.agentId, wordyRunId: wordy.runId };
}

async function tellOf(stack: TestStack, alice: Person): Promise<Ids> {
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4o");
  await storeKey(stack, alice, "anthropic", "sk-ant-demo-alice-0123456789", "claude-sonnet-4-5");
  const support = await createAgent(stack, alice, {
    name: "Support",
    instructions: "Be short and friendly. We are open from 9 to 17 on weekdays.",
  });
  const sales = await createAgent(stack, alice, {
    name: "Sales for the northern and north-western districts, second team",
    mode: "draft",
  });
  await makeToken(stack, alice, { name: "Order script", scopes: ["conversations:read"], agentIds: [support.id] });
  await makeToken(stack, alice, {
    name: "The assistant of the northern and north-western districts, for both teams",
    endsAt: new Date(Date.now() + 5 * 24 * 60 * 60 * 1000).toISOString(),
  });
  const write = async (from: string, to: string, subject: string) => {
    const id = await stack.sendMail({ from, to, subject, text: `Hello,\n\n${subject}\n\nKind regards` });
    return runOf(stack, id);
  };
  await stack.answerWith({ text: OPENING_HOURS });
  const runId = await write("Carol <carol@customer.example>", support.address, "When are you open?");
  await write("Dan <dan@long-company-name-with-many-parts.example>", support.address, LONG_SUBJECT);
  await stack.answerWith({ text: QUOTE });
  const draftId = await write("Erin <erin@customer.example>", sales.address, "A quote for 200 chairs");
  await stack.answerWith({});
  const heldId = await runOf(stack, await stack.handIn(UNPROVEN, { ...from("frank"), to: support.address, ...FORGED }));
  const htmlId = await runOf(stack, await stack.handIn(IN_HTML, { ...from("gina"), to: support.address }));
  await runOf(stack, await stack.handIn(NEWSLETTER, { ...from("news"), to: support.address }));
  const webhookId = await addWebhook(stack, alice);
  return { supportId: support.id, runId, draftId, heldId, htmlId, webhookId };
}

/** Nobody listens there, so its log has a call that failed. */
async function addWebhook(stack: TestStack, { token }: Person): Promise<string> {
  const body = { name: "Shop", url: "http://localhost:9/latchkey" };
  const { id } = webhookCreated.parse((await stack.api("POST", "/api/webhooks", { token, body })).json);
  await stack.api("POST", `/api/webhooks/${id}/test`, { token });
  // A story is told before the first test, where nothing may be expected yet.
  const log = async () => (await stack.api("GET", `/api/webhooks/${id}/deliveries`, { token })).text;
  while (!(await log()).includes('"failed"')) await delay(100);
  return id;
}

/** A domain in letters of its own, not proven yet, with a record of somebody else's in DNS. */
async function addDomain(stack: TestStack, { token }: Person): Promise<string> {
  const domain = "xn--bckerei-zum-goldenen-brot-lec.example";
  const txt = { name: `_latchkey.${domain}`, type: "TXT", values: ["latchkey-verification=of-another-account"] };
  await stack.api("PUT", "/_local/dns", { body: [txt] });
  await stack.api("POST", "/api/domains", { token, body: { domain } });
  await stack.api("POST", `/api/domains/${domain}/check`, { token });
  return domain;
}

async function runOf(stack: TestStack, messageId: string): Promise<string> {
  const [run] = await stack.waitForRun(messageId);
  return run?.run_id ?? "";
}

const from = (name: string) => ({ from: `${name}@customer.example` });
const FORGED = { spf: "FAIL", dkim: "FAIL", dmarc: "GRAY" };

const OPENING_HOURS = `Hello Carol,

we are open from 9 to 17, Monday to Friday. On Saturdays we are closed.

Kind regards
Your support team`;

const QUOTE = `Hello Erin,

thank you for asking. For 200 chairs we can offer 38.50 EUR each, with delivery to Hamburg within three weeks.

Shall I send you a written quote?`;

const UNPROVEN = mail("Frank <frank@customer.example>", "Please change my bank account", "text/plain", "It is urgent.");
const NEWSLETTER = mail("Weekly news <news@customer.example>", "This week", "text/plain", "News.", "List-Id: <news>");
const IN_HTML = mail(
  "Gina <gina@customer.example>",
  "Our new prices",
  "text/html",
  `<h1 style="color:#a33">New prices</h1><p>See <a href="https://shop.example/">our shop</a>.</p>
<img src="https://shop.example/pixel.gif"><table border="1"><tr><td>Chair</td><td>38.50</td></tr></table>`,
);

function mail(author: string, subject: string, type: string, text: string, ...headers: string[]): string {
  const id = `Message-ID: <${subject.replaceAll(" ", "-")}@customer.example>`;
  return [`From: ${author}`, `Subject: ${subject}`, id, `Content-Type: ${type}`, ...headers, "", text].join("\r\n");
}

const LONG_SUBJECT =
  "Re: Fwd: The invoice of last month, which was paid twice, and the delivery note that belongs to the one before it";
