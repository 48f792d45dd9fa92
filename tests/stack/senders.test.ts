import { simpleParser } from "mailparser";
import { beforeAll, expect, test } from "vitest";
import { DAYS, type OfficeHours } from "../../shared/agents/office-hours.ts";
import { denyDone } from "../../shared/api/agent-schemas.ts";
import { reminderAnswer } from "../../shared/api/reminder-schemas.ts";
import { createAgent, type Person, proveEmail, readRun, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();
let alice: Person;
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
});

const NOTE = "We are closed. You hear from us in the morning.";

/** A mail over SMTP. @returns its run at rest */
async function mailTo(to: string, from = "carol@customer.example", subject = "Hours") {
  const id = await stack().sendMail({ from: `Carol <${from}>`, to, subject, text: "When do you open?" });
  const [run] = await stack().waitForRun(id);
  return readRun(stack(), alice, run?.run_id ?? "");
}
const repliesTo = async (address: string) => (await stack().outbox()).filter(({ to }) => to.includes(address));
const patch = (id: string, body: object) =>
  stack().api("PATCH", `/api/automation/agents/${id}`, { token: alice.token, body });

/** A week that is open for three hours, two days from now, and so closed now and for a day. */
function closedNow(more: Partial<OfficeHours>) {
  // DAYS begins on Monday, and a Date on Sunday.
  const day = DAYS[(new Date().getUTCDay() + 1) % 7] ?? "mon";
  return { ranges: [{ day, from: "09:00", to: "12:00" }], outside: "hold" as const, ...more };
}

test("a denied sender's mail is passed over without a call, also one that nothing proves; others are answered", async () => {
  const agent = await createAgent(stack(), alice);
  const path = `/api/automation/agents/${agent.id}/denied`;
  const senders = "Mallory <mallory@spam.example>\nbulk.example; *.ads.example\nno sender\n";
  const answer = await stack().api("POST", path, { token: alice.token, body: { senders } });
  expect(denyDone.parse(answer.json)).toMatchObject({ added: 3, refused: [{ line: 3, text: "no" }, { line: 3 }] });
  const calls = (await stack().providerCalls()).length;
  for (const from of ["mallory@spam.example", "Mallory+x@SPAM.example", "news@eu.bulk.example", "x@mail.ads.example"]) {
    expect(await mailTo(agent.address, from)).toMatchObject({
      state: "skipped",
      reason: "denied_sender",
      may_retry: true,
    });
  }
  const raw = "From: mallory@spam.example\r\nSubject: Hi\r\nMessage-ID: <u1@x.example>\r\n\r\nHello\r\n";
  const unproven = { from: "x@relay.example", to: agent.address, dmarc: "GRAY", spf: "FAIL", dkim: "GRAY" };
  const [run] = await stack().waitForRun(await stack().handIn(raw, unproven));
  expect(run).toMatchObject({ state: "skipped", reason: "denied_sender" });
  expect(await stack().providerCalls()).toHaveLength(calls);
  expect(await mailTo(agent.address, "carol@ads.example")).toMatchObject({ state: "replied" });
});

test("the first answer to a sender waits with its reason, and the next goes out by itself once it was sent", async () => {
  const agent = await createAgent(stack(), alice, { draftFirstMails: true });
  const draft = await mailTo(agent.address, "fred@new.example");
  expect(draft).toMatchObject({ state: "drafted", draft_reason: expect.stringContaining("never answered") });
  await stack().api("POST", `/api/conversations/${draft.id}/approve`, { token: alice.token, body: {} });
  await expect.poll(() => readRun(stack(), alice, draft.id)).toMatchObject({ state: "replied", draft_reason: null });
  expect(await mailTo(agent.address, "fred@new.example", "More")).toMatchObject({ state: "replied" });
});

test("outside of office hours a mail waits, and continues by itself when the hours allow it", async () => {
  const agent = await createAgent(stack(), alice, { officeHours: closedNow({}) });
  const held = await mailTo(agent.address, "hal@closed.example");
  expect(held).toMatchObject({
    state: "held",
    reason: "office_closed",
    opens_at: expect.stringContaining("T09:00:00.000Z"),
  });
  expect(await repliesTo("hal@closed.example")).toEqual([]);
  expect((await patch(agent.id, { officeHours: null })).status).toBe(200);
  await expect.poll(() => readRun(stack(), alice, held.id)).toMatchObject({ state: "replied" });
});

test("outside of office hours the answer is a draft, where the owner wants that", async () => {
  const agent = await createAgent(stack(), alice, { officeHours: closedNow({ outside: "draft" }) });
  const draft = await mailTo(agent.address, "dora@closed.example");
  expect(draft).toMatchObject({ state: "drafted", draft_reason: expect.stringContaining("office hours") });
});

test("outside of office hours the sender gets the owner's note once, free of charge, and the answer later", async () => {
  const agent = await createAgent(stack(), alice, { officeHours: closedNow({ outside: "note", note: NOTE }) });
  const calls = (await stack().providerCalls()).length;
  const held = await mailTo(agent.address, "nora@closed.example");
  await mailTo(agent.address, "nora@closed.example", "Again");
  await expect.poll(() => repliesTo("nora@closed.example")).toHaveLength(1);
  const [note] = await repliesTo("nora@closed.example");
  const mail = await simpleParser(note?.raw ?? "");
  expect([mail.text?.trim(), mail.subject]).toEqual([NOTE, "Re: Hours"]);
  expect(await stack().providerCalls()).toHaveLength(calls);
  expect(await readRun(stack(), alice, note?.run_id ?? "")).toMatchObject({
    is_note: true,
    cost_usd: 0,
    provider: null,
  });
  await patch(agent.id, { officeHours: null });
  await expect.poll(() => readRun(stack(), alice, held.id)).toMatchObject({ state: "replied" });
  await expect.poll(() => repliesTo("nora@closed.example")).toHaveLength(3);
});

test.each([
  ["an empty week", { ranges: [], outside: "hold" }],
  [
    "times that overlap",
    {
      ranges: [
        { day: "mon", from: "09:00", to: "12:00" },
        { day: "mon", from: "11:00", to: "13:00" },
      ],
      outside: "hold",
    },
  ],
  ["a time that is none", { ranges: [{ day: "mon", from: "25:00", to: "12:00" }], outside: "hold" }],
  ["a note without a text", closedNow({ outside: "note", note: " \u200b" })],
  ["a day that is none", closedNow({ holidays: ["2026-02-30"] })],
])("office hours with %s are refused by name", async (_, officeHours) => {
  const body = { name: "Support", type: "email_inbound", officeHours };
  const answer = await stack().api("POST", "/api/automation/agents", { token: alice.token, body });
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('"officeHours')]);
});

test("an owner is told that something waits, in one mail without a customer's words, and ends that by one POST", async () => {
  const bob = await signUp(stack(), "Bob");
  await proveEmail(stack(), bob);
  const reminders = (method: string, body?: object) =>
    stack().api(method, "/api/account/reminders", { token: bob.token, ...(body && { body }) });
  expect((await reminders("PATCH", { when: "at_once" })).status).toBe(200);
  const agent = await createAgent(stack(), bob);
  for (const subject of ["Secret order", "Second order"]) {
    await stack().waitForRun(
      await stack().sendMail({ from: "carol@customer.example", to: agent.address, subject, text: "?" }),
    );
  }
  const told = async () =>
    (await stack().outbox()).filter(({ to, raw }) => to.includes(bob.email) && raw.includes("List-Unsubscribe-Post"));
  await expect.poll(told, { timeout: 60_000 }).toHaveLength(1);
  const [mail] = await told();
  const parsed = await simpleParser(mail?.raw ?? "");
  expect(parsed.subject).toBe("2 mails wait for you");
  expect(mail?.raw).not.toMatch(/secret|carol@/i);
  expect(mail?.raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");

  const link = new URL(/List-Unsubscribe: <(\S+)>/.exec(mail?.raw ?? "")?.[1] ?? "");
  const page = await stack().api("GET", link.pathname);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html"]);
  expect(reminderAnswer.parse((await reminders("GET")).json).when).toBe("at_once");
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const ended = await stack().api("POST", link.pathname, { body: "List-Unsubscribe=One-Click", headers });
  expect(ended.status, ended.text).toBe(200);
  expect(reminderAnswer.parse((await reminders("GET")).json).when).toBe("off");
  expect(stack().denied).toEqual([]);
}, 120_000);
