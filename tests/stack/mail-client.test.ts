import { createTransport, type SendMailOptions } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Listed, type Mailbox, startMailbox } from "../support/mailbox.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";
import { shownBelow } from "../support/threads.ts";

const CAROL = "carol@customer.example";
const stack = withStack();
let alice: Person;
let agent: Agent;
/** Carol's mail program: an SMTP client that sends and an IMAP client that reads, both of others. */
let smtp: ReturnType<typeof connect>;
let mailbox: Mailbox;
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack(), alice);
  smtp = connect();
  mailbox = await startMailbox();
});
afterAll(() => mailbox.stop());

function connect() {
  return createTransport({ host: "127.0.0.1", port: stack().smtpPort, secure: false, ignoreTLS: true });
}

/** Sends a mail, keeps it in the folder, and lets the reply come in. @returns the reply as the folder lists it */
async function sendAndRead(mail: SendMailOptions): Promise<{ reply: Listed; runId: string }> {
  const raw = await new MailComposer({ from: `Carol <${CAROL}>`, to: agent.address, ...mail }).compile().build();
  await mailbox.put(raw);
  const { response } = await smtp.sendMail({ envelope: { from: CAROL, to: agent.address }, raw });
  const [run] = await stack().waitForRun(response.split(" ").at(-1) ?? "");
  const runId = run?.run_id ?? "";
  // Until SES has said which id it gave the reply, nobody could have answered it either.
  await expect.poll(() => readRun(stack(), alice, runId)).toMatchObject({ delivery: "delivered" });
  const sent = (await stack().outbox()).find(({ run_id }) => run_id === runId);
  expect(sent?.to).toEqual([CAROL]);
  await mailbox.put(sent?.raw ?? "");
  const reply = (await mailbox.list()).at(-1);
  if (reply === undefined) throw new Error("The reply is in the folder");
  return { reply, runId };
}

const threadOf = async (runId: string) => (await readRun(stack(), alice, runId)).thread_id;
const turnsOf = async (call: number) => ((await stack().providerCalls()).at(call)?.messages ?? []).length;

it("a mail program shows the reply below the mail, and its user's answers continue the thread", async () => {
  await mailbox.put(
    `From: x@y.example\r\nSubject: Re: Où est ma commande ?\r\nMessage-ID: <other@y.example>\r\n\r\nNo.\r\n`,
  );
  const first = await sendAndRead({
    messageId: "<q1@customer.example>",
    subject: "Où est ma commande ?",
    text: "Hello?",
  });
  expect(first.reply).toMatchObject({
    from: agent.address,
    subject: "Re: Où est ma commande ?",
    inReplyTo: "<q1@customer.example>",
    id: expect.stringMatching(/^<[A-Za-z0-9-]+@[a-z0-9.-]*amazonses\.com>$/),
  });

  // What most programs send: all ids, the last one that of the mail that is answered.
  const { id, references } = first.reply;
  const answer = { subject: first.reply.subject, text: "Thank you, when?" };
  const second = await sendAndRead({
    ...answer,
    messageId: "<q2@customer.example>",
    inReplyTo: id,
    references: [...references, id],
  });
  // What the iPhone's has sent: SES's id of the last reply, and no other.
  const { id: last } = second.reply;
  const third = await sendAndRead({
    ...answer,
    messageId: "<q3@customer.example>",
    inReplyTo: last,
    references: [last],
  });

  const below = shownBelow(await mailbox.list());
  expect([...below]).toEqual([
    ["<other@y.example>", undefined],
    ["<q1@customer.example>", undefined],
    [first.reply.id, "<q1@customer.example>"],
    ["<q2@customer.example>", first.reply.id],
    [second.reply.id, "<q2@customer.example>"],
    ["<q3@customer.example>", second.reply.id],
    [third.reply.id, "<q3@customer.example>"],
  ]);
  const threads = await Promise.all([first, second, third].map(({ runId }) => threadOf(runId)));
  expect(new Set(threads).size).toBe(1);
  expect(await turnsOf(-1)).toBe(5);
});

it("a new mail of the same person with the same subject is a new thread, there and here", async () => {
  const before = await mailbox.list();
  const { reply, runId } = await sendAndRead({
    messageId: "<n1@customer.example>",
    subject: "Où est ma commande ?",
    text: "?",
  });
  expect(shownBelow(await mailbox.list()).get(reply.id)).toBe("<n1@customer.example>");
  expect(before.map(({ id }) => id)).not.toContain(reply.id);
  expect(await turnsOf(-1)).toBe(1);
  expect(await threadOf(runId)).not.toBeNull();
});

it("SMTP accepts an unknown address with the same answers as an agent's, and sends no bounce", async () => {
  const sent = (await stack().outbox()).length;
  const domain = agent.address.split("@")[1];
  const answers = await Promise.all(
    [agent.address, `nobody0000@${domain}`, `${"x".repeat(64)}@${domain}`].map(async (to) => {
      // A list's mail gets no answer from the agent either, so the outbox tells nothing else.
      const mail = { from: CAROL, to, subject: "x", text: "y", headers: { "List-Id": "<list.example>" } };
      const { accepted, rejected, response } = await smtp.sendMail(mail);
      const id = response.split(" ").at(-1) ?? "";
      await stack().waitForRun(id, (runs) => to !== agent.address || runs.length === 1);
      return { accepted: accepted.length, rejected, said: response.replace(id, "ID") };
    }),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ accepted: 1, rejected: [], said: "250 Ok ID" });
  expect(await stack().outbox()).toHaveLength(sent);
});
