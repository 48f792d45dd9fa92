import { PutObjectCommand } from "@aws-sdk/client-s3";
import { type ParsedMail, simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDuplicate, decide, readMail } from "../../../../functions/agent-runner/mail/read-mail.ts";
import { composeReplyOf } from "../../../../functions/agent-runner/send/compose-reply.ts";
import { steps } from "../../../../functions/agent-runner/steps.ts";
import type { Agent } from "../../../../shared/agents/agent.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { someAgent } from "../../../support/agents.ts";
import { type RunnerWorld, startRunnerWorld } from "../../../support/runner-world.ts";
import { answer, RECEIVED_AT, someRun } from "../../../support/runs.ts";

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());

const READ = steps<{ run: Run; agent: Agent }>()
  .step("read", readMail)
  .check("decide", decide)
  .check("copy", checkDuplicate);

/** Takes the runner's first steps on a stored mail and returns the context, or the stop. */
async function read(run: Run, agent: Agent) {
  const { context, stop } = await READ.run({ run, agent }, world.deps);
  return stop ?? context;
}

let mails = 0;

/** Reads one stored mail with these headers, whose author is proved. */
function reading(headers: string[], agent: Partial<Agent> = {}, run: Partial<Run> = {}) {
  return readingAs(`mail${mails++}`, headers, agent, run);
}

async function readingAs(name: string, headers: string[], agent: Partial<Agent> = {}, run: Partial<Run> = {}) {
  const object_key = `inbound/${name}`;
  const Body = `${headers.join("\r\n")}\r\n\r\nWhen do you open?\r\n`;
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: object_key, Body }));
  return read(someRun({ run_id: name, object_key, ...run }), someAgent(agent));
}

test("an agent answers only the senders on its list, and others when the owner reopens the mail", async () => {
  const object_key = "inbound/allow-list";
  const Body = `${CAROL}\r\n\r\nWhen do you open?\r\n`;
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: object_key, Body }));
  const reading = (answer_only: string[], reopened_at?: string, released?: boolean) =>
    read(someRun({ object_key, reopened_at, released }), someAgent({ answer_only }));
  const held = { stop: "rest", state: "held", reason: "not_on_allow_list", read: { text: expect.any(String) } };
  expect(await reading(["dave@customer.example"])).toMatchObject(held);
  expect(await reading(["dave@customer.example"], "2026-11-23T13:00:00.000Z")).not.toHaveProperty("stop");
  expect(await reading(["dave@customer.example"], "2026-11-23T13:00:00.000Z", true)).toMatchObject(held);
  expect(await reading(["dave@customer.example", "customer.example"])).not.toHaveProperty("stop");
});

const CAROL = "From: Carol <carol@customer.example>";

/** The reply to a mail with these headers, as its reader's mail program has it. */
async function replyTo(headers: string[], agent: Partial<Agent>): Promise<ParsedMail> {
  const mail = await reading(headers, agent);
  if ("stop" in mail) throw new Error("This mail gets an answer");
  const run = someRun({ ...mail.read, answer });
  return simpleParser((await composeReplyOf({ run, agent: someAgent(agent) }, world.deps)).outgoing.raw);
}

async function quotedBelow(headers: string[], quote_original: boolean): Promise<boolean> {
  return (await replyTo(headers, { quote_original })).text?.includes("> When do you open?") ?? false;
}

test("a reply quotes the mail for its author if the agent's owner has turned that on", async () => {
  expect(await quotedBelow([CAROL], true)).toBe(true);
  expect(await quotedBelow([CAROL, "Reply-To: Carol@Customer.example"], true)).toBe(true);
  expect(await quotedBelow([CAROL], false)).toBe(false);
});

/** A mail with every header chosen by its author. */
const CHOSEN = [
  CAROL,
  "Reply-To: Dave, you owe us <dave@customer.example>",
  "Subject: You owe us",
  "Message-ID: <you-owe-us@customer.example>",
  "References: <daves-own@elsewhere.example>",
];

test("a reader named in Reply-To gets nothing that the author chose: no text, subject or ids", async () => {
  const reply = await replyTo(CHOSEN, { quote_original: true, form_domains: ["customer.example"] });
  expect(reply.subject).toBe("Re: Your message to Support");
  expect(reply).not.toHaveProperty("inReplyTo");
  expect(reply.to).toMatchObject({ value: [{ address: "dave@customer.example", name: "" }] });
  expect(reply.references).toMatch(/^<[0-9a-f]{32}\.1\.[0-9a-f]{32}@agents\.example>$/);
  for (const word of ["owe", "daves-own", "When do you open"])
    expect(reply.headerLines.join() + reply.text).not.toContain(word);
});

test("a mail with a foreign Reply-To is held, with the address for the owner to confirm", async () => {
  const held = { stop: "rest", state: "held", reason: "foreign_reply_to" };
  const read = { reply: { to: "dave@customer.example", to_author: false } };
  expect(await reading(CHOSEN)).toMatchObject({ ...held, read });
  expect(await reading(CHOSEN, { form_domains: ["forms.example"] })).toMatchObject(held);
  expect(await reading(CHOSEN, {}, { reopened_at: RECEIVED_AT, released: true })).toMatchObject(held);
  const asked = await reading(
    [...CHOSEN.slice(0, 3), "Message-ID: <2@customer.example>"],
    {},
    { reopened_at: RECEIVED_AT },
  );
  expect(asked).not.toHaveProperty("stop");
  expect(asked).toMatchObject({ read });
});

test("a listed domain that has become a known mailbox provider is ignored", async () => {
  const stranger = ["From: mallory@hotmail.no", "Reply-To: victim@hotmail.no"];
  expect(await reading(stranger, { form_domains: ["hotmail.no"] })).toMatchObject({ reason: "foreign_reply_to" });
});

test("the author is stored only if proved", async () => {
  expect(await reading([CAROL])).toMatchObject({
    read: { reply: { author: "carol@customer.example", to_author: true } },
  });
  const unproven = { spam: "PASS", virus: "PASS", spf: "FAIL", dkim: "GRAY", dmarc: "GRAY" } as const;
  const held = await reading([CAROL], {}, { verdicts: unproven });
  expect(held).toMatchObject({ reason: "unproven_sender", read: { reply: { to: "carol@customer.example" } } });
  expect("read" in held ? held.read?.reply.author : "none").toBeUndefined();
});

test("a duplicate and a list's mail are answered if the owner reopens them, but not if a key works again", async () => {
  const headers = [CAROL, "Message-ID: <twice@customer.example>", "List-Id: <news.customer.example>"];
  const object_key = "inbound/owner-asked";
  const Body = `${headers.join("\r\n")}\r\n\r\nWhen do you open?\r\n`;
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: object_key, Body }));
  const as = (run_id: string, changes: Parameters<typeof someRun>[0] = {}) =>
    read(someRun({ run_id, object_key, ...changes }), someAgent());
  const reopened_at = "2026-11-23T13:00:00.000Z";
  expect(await as("twice1")).toMatchObject({ state: "skipped", reason: "mailing_list" });
  expect(await as("twice1", { reopened_at })).not.toHaveProperty("stop");
  expect(await as("twice2", { reopened_at })).not.toHaveProperty("stop");
  expect(await as("twice2", { reopened_at, released: true })).toMatchObject({ reason: "mailing_list" });
});

test("a duplicate is skipped, and nobody can make another person's mail look like one", async () => {
  const id = "Message-ID: <one@customer.example>";
  // The envelope's sender is carol@customer.example in all of them: it proves nothing.
  expect(await reading(["From: mallory@evil.example", id])).not.toHaveProperty("stop");
  expect(await readingAs("first", [CAROL, id])).not.toHaveProperty("stop");
  expect(await readingAs("first", [CAROL, id])).not.toHaveProperty("stop");
  expect(await reading([CAROL, id])).toMatchObject({ stop: "rest", state: "skipped", reason: "duplicate" });
});

test("a forwarder's loop mark is repeated in the reply", async () => {
  const mail = await reading([CAROL, "X-Loop: forward@old.example"]);
  if ("stop" in mail) throw new Error("This mail gets an answer");
  const { outgoing } = await composeReplyOf({ run: someRun({ ...mail.read, answer }), agent: someAgent() }, world.deps);
  expect(outgoing.raw.toString("latin1")).toContain("\r\nX-Loop: forward@old.example\r\n");
});

test("a reply leaves from the address that its mail came to, or from the primary one where that has ended since", async () => {
  const mail = await reading([CAROL]);
  if ("stop" in mail) throw new Error("This mail gets an answer");
  const second = "second-desk@agents.example";
  const from = async (recipient: string, other_addresses: Agent["other_addresses"]) => {
    const run = someRun({ ...mail.read, answer, recipient });
    const { outgoing } = await composeReplyOf({ run, agent: someAgent({ other_addresses }) }, world.deps);
    expect((await simpleParser(outgoing.raw)).from?.value).toEqual([{ address: outgoing.from, name: "Support" }]);
    return outgoing.from;
  };
  const { address } = someAgent();
  const future = new Date(Date.now() + 3_600_000).toISOString();
  expect(await from(address, [{ address: second }])).toBe(address);
  expect(await from(second, [{ address: second }])).toBe(second);
  expect(await from(second, [{ address: second, ends_at: future }])).toBe(second);
  expect(await from(second, [{ address: second, ends_at: RECEIVED_AT }])).toBe(address);
  expect(await from(second, [])).toBe(address);
});

test("every address of an agent is its own: its marks against loops do not go back, and a list's are known", async () => {
  const other_addresses = [{ address: "second-desk@agents.example" }];
  const marks = ["X-Loop: second-desk+x@agents.example", "X-Loop: abcdefghij@agents.example"];
  const mail = await reading([CAROL, ...marks, "X-Loop: third@agents.example"], { other_addresses });
  expect(mail).toMatchObject({ read: { reply: { loop_marks: ["third@agents.example"] } } });
  const envelope_from = "cats-bounces+second-desk=agents.example@cats.example";
  const list = await reading([CAROL, "To: cats@cats.example"], { other_addresses }, { envelope_from });
  expect(list).toMatchObject({ stop: "rest", state: "held", reason: "unmarked_list" });
  const named = await reading([CAROL, "To: Second-Desk+x@agents.example"], { other_addresses }, { envelope_from });
  expect(named).not.toMatchObject({ reason: "unmarked_list" });
});

test("a mail that only forwards another is answered, and its row has the forwarded text", async () => {
  const type = "Content-Type: multipart/mixed; boundary=b";
  const inner = "From: dan@other.example\r\nSubject: Size\r\n\r\nWhich one fits?";
  const raw = `${CAROL}\r\nSubject: Gr\xf6\xdfe\r\n${type}\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b--`;
  const Body = Buffer.from(raw, "latin1");
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: "inbound/passed-on", Body }));
  const mail = await read(someRun({ object_key: "inbound/passed-on" }), someAgent());
  expect(mail).toMatchObject({
    read: { subject: "Größe", from: "Carol <carol@customer.example>", text: "Which one fits?" },
    mail: { content: { text: "", attachments: [{ message: { from: "dan@other.example" } }] } },
  });
  expect(JSON.stringify("read" in mail && mail.read)).not.toContain("dan@other.example");
});
