import { type ParsedMail, simpleParser } from "mailparser";
import { beforeAll, expect, it } from "vitest";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const VICTIM = "vera@hotmail.no";
const ATTACKER = "mallory@hotmail.no";
const SECRET = "My contract has the number 4711.";
const LURE = "I herewith order 500 chairs.";

const stack = withStack();
let alice: Person;
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
});

type Sent = { from: string; replyTo?: string; subject?: string; text: string; references?: string };

let mails = 0;

/** A mail that passes all of SES's checks, worked to its rest. */
async function write(agent: Agent, { from, replyTo, subject = "Question", text, references }: Sent) {
  const raw = [
    `From: ${from}`,
    `To: ${agent.address}`,
    `Subject: ${subject}`,
    `Message-ID: <m${mails++}@hotmail.no>`,
    ...(replyTo === undefined ? [] : [`Reply-To: ${replyTo}`]),
    ...(references === undefined ? [] : [`References: ${references}`]),
    "",
    text,
  ].join("\r\n");
  const [found] = await stack().waitForRun(await stack().handIn(raw, { from, to: agent.address }));
  const run = await readRun(stack(), alice, found?.run_id ?? "");
  const sent = (await stack().outbox()).filter(({ run_id }) => run_id === run.id);
  return { run, sent, call: (await stack().providerCalls()).at(-1) };
}

/** The ids that an answer to this mail would bring back. */
async function idsIn(raw: string | undefined): Promise<string> {
  const { messageId = "", references = [] } = await simpleParser(raw ?? "");
  return [...[references].flat(), messageId].join(" ");
}

/** The victim's thread: one mail of theirs, answered. */
async function thread(agent: Agent) {
  const { run, sent } = await write(agent, { from: VICTIM, text: SECRET });
  expect(run).toMatchObject({ state: "replied" });
  return { threadId: run.thread_id, known: await idsIn(sent[0]?.raw) };
}

/** What the victim's next mail in that thread brings before the model. */
async function nextOf(agent: Agent, references: string) {
  const { run, call } = await write(agent, { from: VICTIM, text: "And on Sundays?", references });
  expect(run).toMatchObject({ state: "replied" });
  return { threadId: run.thread_id, said: (call?.messages ?? []).map(({ text }) => text) };
}

it("a stranger at the same mailbox provider can neither send the victim anything nor add to their thread", async () => {
  const agent = await createAgent(stack(), alice, { quoteOriginal: true });
  const { threadId, known } = await thread(agent);
  const calls = (await stack().providerCalls()).length;
  const attack = { from: ATTACKER, replyTo: VICTIM, subject: "You owe us", text: LURE, references: known };
  const { run, sent } = await write(agent, attack);
  expect(run).toMatchObject({ state: "held", reason: "foreign_reply_to", answer_to: VICTIM });
  expect(run.thread_id).not.toBe(threadId);
  expect(sent).toEqual([]);
  expect(await stack().providerCalls()).toHaveLength(calls);

  const next = await nextOf(agent, known);
  expect(next.threadId).toBe(threadId);
  expect(next.said).toHaveLength(3);
  expect(next.said.join()).toContain(SECRET);
  expect(next.said.join()).not.toContain(LURE);
});

it("when the owner reopens the mail, the victim gets an answer and nothing else of the stranger's, and no text of the victim's thread leaks", async () => {
  const agent = await createAgent(stack(), alice, { name: "Chairs", quoteOriginal: true });
  const { threadId, known } = await thread(agent);
  const attack = { from: ATTACKER, replyTo: VICTIM, subject: "You owe us", text: LURE, references: known };
  const { run } = await write(agent, attack);
  await stack().answerWith({ text: "We open at ten.", times: 1 });
  const retry = await stack().api("POST", `/api/conversations/${run.id}/retry`, { token: alice.token });
  expect(retry.status, retry.text).toBe(202);
  await expect.poll(() => readRun(stack(), alice, run.id)).toMatchObject({ state: "replied" });

  const call = (await stack().providerCalls()).at(-1);
  expect(call?.messages).toHaveLength(1);
  expect(JSON.stringify(call)).not.toContain(SECRET);
  expect(call?.system).toContain("does not go to the sender");
  const raw = (await stack().outbox()).find(({ run_id }) => run_id === run.id)?.raw ?? "";
  const reply = await simpleParser(raw);
  expect(reply.subject).toBe("Re: Your message to Chairs");
  expect(reply.to).toMatchObject({ value: [{ address: VICTIM, name: "" }] });
  expect(headersOf(reply)).not.toContain("in-reply-to");
  for (const id of known.split(" ")) expect(raw).not.toContain(id);
  for (const word of ["owe", "mallory"]) expect(raw).not.toContain(word);
  expect(reply.text).not.toContain("> ");

  // What the victim writes to that reply begins a thread; what they write to their own goes on with that one.
  const answer = await nextOf(agent, await idsIn(raw));
  expect(answer.said).toHaveLength(1);
  expect([threadId, run.thread_id]).not.toContain(answer.threadId);
  const next = await nextOf(agent, known);
  expect(next.threadId).toBe(threadId);
  expect(next.said.join()).toContain(SECRET);
  expect(next.said.join()).not.toContain(LURE);
});

function headersOf(mail: ParsedMail): string[] {
  return mail.headerLines.map(({ key }) => key);
}

it("a form in a listed domain is answered at the person's address, and that person gets a new thread", async () => {
  const agent = await createAgent(stack(), alice, { formDomains: ["forms.example"], quoteOriginal: true });
  const form = { from: "web@forms.example", replyTo: "dave@elsewhere.example", subject: "[Form] 4711", text: "Open?" };
  const { run, sent } = await write(agent, form);
  expect(run).toMatchObject({ state: "replied", answer_to: "dave@elsewhere.example" });
  const reply = await simpleParser(sent[0]?.raw ?? "");
  expect(reply.subject).toBe("Re: Your message to Support");
  const answer = { from: "dave@elsewhere.example", text: "Thanks!", references: await idsIn(sent[0]?.raw) };
  const second = await write(agent, answer);
  expect(second.run).toMatchObject({ state: "replied" });
  const third = await write(agent, { ...answer, references: await idsIn(second.sent[0]?.raw) });
  expect(third.run.thread_id).toBe(second.run.thread_id);
  expect(third.call?.messages.map(({ text }) => text).join()).not.toContain("Open?");
  expect(third.call?.messages).toHaveLength(3);
});
