import { ListQueuesCommand, ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readArguments } from "../../infra/redrive/arguments.ts";
import { redrive } from "../../infra/redrive/redrive.ts";
import { type Clients, clientsOf, destroy } from "../../local/resources/clients.ts";
import type { RunReason } from "../../shared/runs/reasons.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { someRun } from "../support/runs.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();
let clients: Clients;
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  clients = clientsOf(stack().aws, stack().aws.admin);
  alice = await signUp(stack(), "Alice");
  agent = await createAgent(stack(), alice);
});
afterAll(() => destroy(clients));

/** On one machine, names of queues and tables do not begin with the stack's name. */
async function run(doIt: boolean, held?: RunReason): Promise<string[]> {
  const said: string[] = [];
  const db = DynamoDBDocumentClient.from(clients.dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const { sqs, dynamo } = clients;
  await redrive({ prefix: "", held, doIt }, { sqs, dynamo, db }, (line) => said.push(line));
  return said;
}

async function mail(subject: string): Promise<string> {
  const id = await stack().sendMail({ from: "carol@customer.example", to: agent.address, subject, text: "Hello?" });
  const [found] = await stack().waitForRun(id);
  return found?.run_id ?? "";
}

it("requeues every mail that is held for one reason, each once", async () => {
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  await stack().answerWith({ status: 400, text: "context_length_exceeded", times: 2 });
  const held = [await mail("first"), await mail("second")];

  expect(await run(false, "too_long")).toEqual(["2 held: too_long", expect.stringMatching(/--yes/)]);
  expect(await readRun(stack(), alice, held[0] ?? "")).toMatchObject({ state: "held" });

  const said = (await Promise.all([run(true, "too_long"), run(true, "too_long")])).flat();
  const counts = said.flatMap((line) => /^(\d+) are on their way$/.exec(line)?.[1] ?? []);
  expect(counts.map(Number).reduce((sum, count) => sum + count)).toBe(2);
  for (const id of held) {
    await expect.poll(() => readRun(stack(), alice, id)).toMatchObject({ state: "replied" });
  }
  expect(await stack().providerCalls()).toHaveLength(4);
  expect(await run(true, "too_long")).toEqual(["0 held: too_long", "0 are on their way"]);
});

it("moves dead letters back to their queue, where they are processed", async () => {
  const jobs = stack().queues["agent-runner"] ?? "";
  const name = jobs.split("/").at(-1) ?? "";
  // The same state as after five receives: the message is unchanged in the other queue.
  const dead = name.replace(/Queue[0-9A-F]{8}$/, "DeadLetters");
  const { QueueUrls } = await clients.sqs.send(new ListQueuesCommand({ QueueNamePrefix: dead }));
  const QueueUrl = QueueUrls?.[0];
  const MessageBody = JSON.stringify({ user_id: alice.id, run_id: "20261123120000000-00" });
  await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: alice.id }));

  expect(await run(false)).toContain(`${name}: 1 dead`);
  expect(await run(true)).toContain(`${name}: they are on their way back`);
  await expect.poll(() => stack().logs.join("\n")).toMatch(/run_unknown.*20261123120000000-00/);
  expect((await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages ?? []).toEqual([]);
  expect(await run(true)).toContain(`${name}: 0 dead`);
});

it("keeps a mail that was given up on hold if its jobs return, and gives it a new count of tries when it is reopened", async () => {
  const id = await mail("third");
  await expect.poll(() => readRun(stack(), alice, id)).toMatchObject({ state: "replied" });
  const db = DynamoDBDocumentClient.from(clients.dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const runs = new RunStore(db, stack().names["RUNS_TABLE"] ?? "");
  const replied = await runs.get(alice.id, id);
  if (replied === undefined) throw new Error("A run does not vanish");
  const { user_id, agent_id, object_key, envelope_from, received_at } = replied;
  const run_id = `${id.slice(0, -4)}0000`;
  const lease = { holder: "dead", until: new Date(0).toISOString() };
  // Two processes have crashed on it, and now a third.
  const dead = { state: "claimed", lease, next_check_at: lease.until, crashes: 2 } as const;
  await runs.add(someRun({ user_id, agent_id, object_key, envelope_from, received_at, run_id, ...dead }));
  const MessageBody = JSON.stringify({ user_id, run_id });
  const QueueUrl = stack().queues["agent-runner"];
  const job = () => clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: alice.id }));
  await job();
  const read = () => readRun(stack(), alice, run_id);
  await expect.poll(read).toMatchObject({ state: "held", reason: "mail_unreadable" });
  const calls = (await stack().providerCalls()).length;
  await job();
  expect(await run(false, "mail_unreadable")).toContain("1 held: mail_unreadable");
  expect((await stack().providerCalls()).length).toBe(calls);
  expect(await run(true, "mail_unreadable")).toContain("1 are on their way");
  await expect.poll(read).toMatchObject({ state: "replied" });
});

it("says in one sentence that there is no such stack", async () => {
  const { sqs, dynamo } = clients;
  const db = DynamoDBDocumentClient.from(dynamo);
  const nowhere = redrive({ prefix: "Other-", held: undefined, doIt: true }, { sqs, dynamo, db }, () => {});
  await expect(nowhere).rejects.toThrow(/no Latchkey stack with the prefix "Other-"/);
});

it("only reports without --yes, and refuses unknown reasons", () => {
  expect(readArguments([])).toEqual({ prefix: "Latchkey-", held: undefined, doIt: false });
  const given = ["--stack", "Mail", "--held", "no_credit", "--yes"];
  expect(readArguments(given)).toEqual({ prefix: "Mail-", held: "no_credit", doIt: true });
  expect(() => readArguments(["--held", "no_cedit"])).toThrow(/"no_cedit"/);
  expect(readArguments(["--help"])).toBeUndefined();
});
