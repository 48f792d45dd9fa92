import { PutObjectCommand } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Clients, clientsOf, destroy } from "../../local/resources/clients.ts";
import type { Run } from "../../shared/runs/run.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { Reservations } from "../../shared/usage/reservations.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { someRun } from "../support/runs.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";
import { bounds } from "../support/usage.ts";

let stack: TestStack;
let clients: Clients;
let db: DynamoDBDocumentClient;
let runs: RunStore;
let alice: Person;
let agent: Agent;

beforeAll(async () => {
  stack = await startTestStack();
  clients = clientsOf(stack.aws, stack.aws.admin);
  db = DynamoDBDocumentClient.from(clients.dynamo, { marshallOptions: { removeUndefinedValues: true } });
  runs = new RunStore(db, stack.names["RUNS_TABLE"] ?? "");
  alice = await signUp(stack, "Alice");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack, alice);
});
afterAll(async () => {
  destroy(clients);
  await stack.stop();
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** A run of Alice's that is due since `minutes` ago, in the table and in no queue. */
async function runWithoutJob(name: string, minutes: number, changes: Partial<Run> = {}): Promise<Run> {
  const run = someRun({
    user_id: alice.id,
    agent_id: agent.id,
    run_id: `20261123120000000-${name}`,
    ses_message_id: name,
    object_key: `inbound/${name}`,
    recipient: agent.address,
    received_at: ago(minutes),
    next_check_at: ago(minutes),
    ...changes,
  });
  const Body = `From: carol@customer.example\r\nSubject: ${name}\r\n\r\nHello\r\n`;
  await clients.s3.send(new PutObjectCommand({ Bucket: stack.names["RAW_MAIL_BUCKET"], Key: run.object_key, Body }));
  await runs.add(run);
  return run;
}

it("a sweep resumes a run whose job was lost, and not a run whose own job may still come", async () => {
  const lost = await runWithoutJob("a1", 3);
  const fresh = await runWithoutJob("a2", 1);
  await stack.fireSchedules();
  await expect.poll(async () => (await readRun(stack, alice, lost.run_id)).state).toBe("replied");
  expect((await readRun(stack, alice, fresh.run_id)).state).toBe("received");
  expect((await stack.outbox()).filter(({ run_id }) => run_id === lost.run_id)).toHaveLength(1);
});

it("a sweep holds a sending that SES never reported", async () => {
  const sending = await runWithoutJob("b3", 3, { state: "sending" });
  await stack.fireSchedules();
  const read = () => readRun(stack, alice, sending.run_id);
  await expect.poll(read).toMatchObject({ state: "held", reason: "may_have_been_sent" });
});

it("a sweep settles the reservation of a run at rest", async () => {
  const day = "2026-11-23";
  const stale = await runWithoutJob("c4", 3, { state: "held", reason: "bad_call", reserved_on: day });
  const usage = new Reservations(db, stack.names["USAGE_TABLE"] ?? "");
  await usage.reserve({ userId: alice.id, day, runId: stale.run_id, agentId: agent.id }, bounds());
  await stack.fireSchedules();
  await expect.poll(async () => await runs.get(alice.id, stale.run_id)).not.toHaveProperty("reserved_on");
  expect(await runs.get(alice.id, stale.run_id)).not.toHaveProperty("next_check_at");
  const { Item } = await db.send(
    new GetCommand({ TableName: stack.names["USAGE_TABLE"], Key: { user_id: alice.id, day } }),
  );
  expect(Item).toMatchObject({ in_flight: expect.any(Number) });
  expect(Object.keys(Item ?? {}).filter((name) => name.startsWith("r:"))).toEqual([]);
});
