import { beforeAll, expect, test } from "vitest";
import { runList } from "../../shared/api/conversation-schemas.ts";
import { explainUnanswerable } from "../../shared/runs/reasons.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack(), alice);
});

let mails = 0;

/** A mail of somebody new with these headers. @returns who wrote it, and the run at rest */
async function mail(headers: string[], query: Record<string, string> = {}) {
  const author = `carol${++mails}@customer.example`;
  const lines = [`From: Carol <${author}>`, "Subject: Hours", `Message-ID: <${mails}@customer.example>`, ...headers];
  const raw = `${lines.join("\r\n")}\r\n\r\nWhen do you open?\r\n`;
  const id = await stack().handIn(raw, { from: author, to: agent.address, ...query });
  const [run] = await stack().waitForRun(id);
  return { author, id: run?.run_id ?? "", state: run?.state, reason: run?.reason };
}

const retry = (id: string) => stack().api("POST", `/api/conversations/${id}/retry`, { token: alice.token });
const repliesTo = async (address: string) => (await stack().outbox()).filter(({ to }) => to.includes(address));

async function listed(state: string): Promise<string[]> {
  const { json } = await stack().api("GET", `/api/conversations?state=${state}`, { token: alice.token });
  return runList.parse(json).runs.map(({ id }) => id);
}

const NEWSLETTER = [
  "To: news@shop.example",
  "List-Id: <news.shop.example>",
  "List-Unsubscribe: <https://shop.example>",
];

test("a mail that was skipped on arrival stays in the list, and is answered once when its owner reopens it", async () => {
  const { id, author, state, reason } = await mail(NEWSLETTER);
  expect([state, reason]).toEqual(["skipped", "mailing_list"]);
  expect(await listed("skipped")).toContain(id);
  expect(await listed("needs_owner")).not.toContain(id);
  expect(await readRun(stack(), alice, id)).toMatchObject({ may_retry: true, text: null });

  expect((await retry(id)).status).toBe(202);
  await expect.poll(() => readRun(stack(), alice, id)).toMatchObject({ state: "replied", text: "When do you open?" });
  expect(await repliesTo(author)).toHaveLength(1);
  expect((await retry(id)).status).toBe(409);
  const { timeline } = await readRun(stack(), alice, id);
  expect(timeline.map(({ event }) => event).slice(0, 3)).toEqual(["received", "skipped:mailing_list", "reopen"]);
});

test("forgeries and unproven senders are not answered after reopening", async () => {
  const forged = await mail(NEWSLETTER, { dmarc: "FAIL", spf: "FAIL", dkim: "FAIL" });
  expect(forged.reason).toBe("dmarc_fail");
  expect(await retry(forged.id)).toMatchObject({ status: 409, json: { detail: explainUnanswerable("dmarc_fail") } });

  const unproven = await mail(NEWSLETTER, { dmarc: "GRAY", spf: "FAIL", dkim: "GRAY" });
  expect((await retry(unproven.id)).status).toBe(202);
  await expect
    .poll(() => readRun(stack(), alice, unproven.id))
    .toMatchObject({ state: "held", reason: "unproven_sender" });
  expect([...(await repliesTo(forged.author)), ...(await repliesTo(unproven.author))]).toEqual([]);
});

test("a person's mail through the owner's group is held, and answered when the owner reopens it", async () => {
  const group = ["To: support@firm.example", "Precedence: list", "X-Google-Group-Id: 12345"];
  const { id, author, reason } = await mail(group);
  expect(reason).toBe("group_mail");
  expect(await listed("needs_owner")).toContain(id);
  expect((await retry(id)).status).toBe(202);
  await expect.poll(() => readRun(stack(), alice, id)).toMatchObject({ state: "replied", answer_to: author });
  expect(await listed("needs_owner")).not.toContain(id);
});

test("a mail to the agent's address with a tag is answered from the address without it, and the tag is shown", async () => {
  const to = agent.address.replace("@", "+Shop@");
  const messageId = await stack().sendMail({ from: "tom@customer.example", to, subject: "Hours", text: "When?" });
  const [run] = await stack().waitForRun(messageId);
  const read = await readRun(stack(), alice, run?.run_id ?? "");
  expect(read).toMatchObject({ state: "replied", recipient: agent.address, tag: "shop" });
  const [reply] = await repliesTo("tom@customer.example");
  expect(reply?.from).toContain(agent.address);
});
