import { PutObjectCommand } from "@aws-sdk/client-s3";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readMail } from "../../../functions/agent-runner/read-mail.ts";
import { composeReplyOf } from "../../../functions/agent-runner/send-reply.ts";
import { someAgent } from "../../support/agents.ts";
import { type RunnerWorld, startRunnerWorld } from "../../support/runner-world.ts";
import { answer, someRun } from "../../support/runs.ts";

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());

let mails = 0;

/** Reads one stored mail with these headers, whose author is proved. */
function reading(headers: string[]) {
  return readingAs(`mail${mails++}`, headers);
}

async function readingAs(name: string, headers: string[]) {
  const object_key = `inbound/${name}`;
  const Body = `${headers.join("\r\n")}\r\n\r\nWhen do you open?\r\n`;
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: object_key, Body }));
  return readMail(someRun({ run_id: name, object_key }), someAgent(), world.deps);
}

test("an agent answers those alone whom its owner named, and another on the owner's word", async () => {
  const object_key = "inbound/allow-list";
  const Body = `${CAROL}\r\n\r\nWhen do you open?\r\n`;
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: object_key, Body }));
  const reading = (answer_only: string[], reopened_at?: string, released?: boolean) =>
    readMail(someRun({ object_key, reopened_at, released }), someAgent({ answer_only }), world.deps);
  const held = { stop: "rest", state: "held", reason: "not_on_allow_list", read: { text: expect.any(String) } };
  expect(await reading(["dave@customer.example"])).toMatchObject(held);
  expect(await reading(["dave@customer.example"], "2026-11-23T13:00:00.000Z")).not.toHaveProperty("stop");
  expect(await reading(["dave@customer.example"], "2026-11-23T13:00:00.000Z", true)).toMatchObject(held);
  expect(await reading(["dave@customer.example", "customer.example"])).not.toHaveProperty("stop");
});

const CAROL = "From: Carol <carol@customer.example>";

async function quotedBelow(headers: string[], quote_original: boolean): Promise<boolean> {
  const mail = await reading(headers);
  if ("stop" in mail) throw new Error("This mail gets an answer");
  const run = someRun({ ...mail.read, answer });
  const { raw } = await composeReplyOf(run, someAgent({ quote_original }));
  return (await simpleParser(raw)).text?.includes("> When do you open?") ?? false;
}

test("a reply repeats the mail below it for its author, where the agent's owner asks for it", async () => {
  expect(await quotedBelow([CAROL], true)).toBe(true);
  expect(await quotedBelow([CAROL, "Reply-To: Carol@Customer.example"], true)).toBe(true);
  expect(await quotedBelow([CAROL], false)).toBe(false);
});

test("whom Reply-To names is not sent what the author wrote", async () => {
  expect(await quotedBelow([CAROL, "Reply-To: dave@customer.example"], true)).toBe(false);
});

test("a copy of a mail is passed over, and nobody can have another's mail taken for a copy of theirs", async () => {
  const id = "Message-ID: <one@customer.example>";
  // The envelope's sender is carol@customer.example in all of them: it proves nothing.
  expect(await reading(["From: mallory@evil.example", id])).not.toHaveProperty("stop");
  expect(await readingAs("first", [CAROL, id])).not.toHaveProperty("stop");
  expect(await readingAs("first", [CAROL, id])).not.toHaveProperty("stop");
  expect(await reading([CAROL, id])).toMatchObject({ stop: "rest", state: "skipped", reason: "duplicate" });
});

test("a mail without words of its own that passes on another is answered, and the row tells what it passes on", async () => {
  const type = "Content-Type: multipart/mixed; boundary=b";
  const inner = "From: dan@other.example\r\nSubject: Size\r\n\r\nWhich one fits?";
  const raw = `${CAROL}\r\nSubject: Gr\xf6\xdfe\r\n${type}\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b--`;
  const Body = Buffer.from(raw, "latin1");
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: "inbound/passed-on", Body }));
  const mail = await readMail(someRun({ object_key: "inbound/passed-on" }), someAgent(), world.deps);
  expect(mail).toMatchObject({
    read: { subject: "Größe", from: "Carol <carol@customer.example>", text: "Which one fits?" },
    content: { text: "", attachments: [{ message: { from: "dan@other.example" } }] },
  });
  expect(JSON.stringify("read" in mail && mail.read)).not.toContain("dan@other.example");
});
