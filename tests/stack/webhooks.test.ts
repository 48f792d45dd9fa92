import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import type * as z from "zod/mini";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import { exportPage } from "../../shared/api/account-schemas.ts";
import { deliveryList, webhookCreated, webhookRow } from "../../shared/api/webhook-schemas.ts";
import { payload } from "../../shared/webhooks/event.ts";
import { startDnsStub } from "../support/dns-stub.ts";
import { type Agent, createAgent, PASSWORD, type Person, signUp, storeKey } from "../support/people.ts";
import { type ReceivedCall, type Receiver, startReceiver } from "../support/receiver.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";

let stack: TestStack;
let dns: Awaited<ReturnType<typeof startDnsStub>>;
let receiver: Receiver;
let alice: Person;
let agent: Agent;
let hook: z.infer<typeof webhookCreated>;
beforeAll(async () => {
  dns = await startDnsStub({ "inside.shop.com A": ["169.254.169.254"] });
  [stack, receiver] = await Promise.all([startTestStack({ resolvers: dns.address }), startReceiver()]);
  alice = await signUp(stack, "Alice");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack, alice);
  hook = webhookCreated.parse((await api("POST", "", { name: "Shop", url: receiver.url })).json);
});
afterAll(async () => {
  await stack.stop();
  await Promise.all([receiver.stop(), dns.stop()]);
});

const api = (method: string, path: string, body?: object) =>
  stack.api(method, `/api/webhooks${path}`, { token: alice.token, ...(body && { body }) });

/** A mail to the agent, once its run is at rest. */
async function mail(to: Agent, subject: string): Promise<string> {
  const [run] = await stack.waitForRun(
    await stack.sendMail({ from: `carol-${subject}@customer.example`, to: to.address, subject, text: "Are you open?" }),
  );
  return run?.run_id ?? "";
}

const verified = (call: ReceivedCall, secret = hook.secret) =>
  payload.parse(new Webhook(secret).verify(call.body, call.headers));
const about = (runId: string) => receiver.calls.filter(({ body }) => body.includes(runId));
const logOf = async (id: string) => deliveryList.parse((await api("GET", `/${id}/deliveries`)).json).deliveries;

it("a mail and its reply arrive at the owner's program once each, signed", async () => {
  const runId = await mail(agent, "first");
  await expect.poll(() => about(runId).length).toBe(2);
  const events = about(runId).map((call) => verified(call));
  expect(events.map(({ type }) => type).toSorted()).toEqual(["mail.received", "run.replied"]);
  expect(events[0]?.data).toMatchObject({ run_id: runId, agent_id: agent.id });
  expect(JSON.stringify(events)).not.toMatch(/carol|customer\.example|open/);
});

it("a held mail and a rejected key are told of, and the key is in neither", async () => {
  await stack.answerWith({ status: 401, text: "invalid_api_key", times: 1 });
  const runId = await mail(agent, "second");
  await expect.poll(() => about(runId).length).toBe(2);
  await expect.poll(() => receiver.calls.some(({ body }) => body.includes("config.rejected"))).toBe(true);
  const events = receiver.calls.map((call) => verified(call));
  expect(events.find(({ type }) => type === "run.held")?.data).toMatchObject({ reason: "key_rejected" });
  expect(events.find(({ type }) => type === "config.rejected")?.data).toMatchObject({
    provider: "openai",
    status: "rejected",
  });
  await storeKey200();
});

async function storeKey200(): Promise<void> {
  const body = { provider: "openai", apiKey: "sk-demo-alice-0123456789", modelName: "gpt-4" };
  expect((await stack.api("POST", "/api/ai-config", { token: alice.token, body })).status).toBe(200);
}

it("a draft is told of when it waits, and again when it was sent", async () => {
  const drafting = await createAgent(stack, alice, { mode: "draft" });
  const runId = await mail(drafting, "third");
  await expect.poll(() => about(runId).length).toBe(2);
  await stack.api("POST", `/api/conversations/${runId}/approve`, { token: alice.token });
  await expect.poll(() => about(runId).length).toBe(3);
  const types = about(runId).map((call) => verified(call).type);
  expect(types.toSorted()).toEqual(["mail.received", "run.drafted", "run.replied"]);
});

it("the log has each call, a failed one is delivered again under its old id, and a test event arrives", async () => {
  receiver.status(410, {}, "gone for now");
  const test = await api("POST", `/${hook.id}/test`);
  expect(test.status).toBe(202);
  await expect.poll(async () => (await logOf(hook.id))[0]?.state).toBe("failed");
  const [failed] = await logOf(hook.id);
  expect(failed?.attempts).toMatchObject([{ status: 410, failure: "status", answer: "gone for now" }]);
  // 410 has paused it, and its owner switches it on again.
  expect(webhookRow.parse((await api("GET", `/${hook.id}`)).json)).toMatchObject({
    is_active: false,
    paused_reason: "gone",
  });
  expect((await api("POST", `/${hook.id}/redeliver`, { since: "2026-11-01T00:00:00Z" })).status).toBe(409);
  expect((await api("PATCH", `/${hook.id}`, { isActive: true })).status).toBe(200);
  receiver.status(204);
  expect((await api("POST", `/${hook.id}/deliveries/${failed?.id}/redeliver`)).status).toBe(202);
  await expect.poll(async () => (await logOf(hook.id))[0]?.state).toBe("delivered");
  const ids = receiver.calls.slice(-2).map(({ headers }) => headers["webhook-id"]);
  expect(ids).toEqual([failed?.event_id, failed?.event_id]);
});

it("a rotated secret signs beside the old one", async () => {
  const { json } = await api("POST", `/${hook.id}/rotate`, { overlapHours: 1 });
  const secret = String(Object(json)["secret"]);
  const runId = await mail(agent, "fourth");
  await expect.poll(() => about(runId).length).toBe(2);
  for (const call of about(runId)) {
    expect(verified(call, secret)).toEqual(verified(call));
  }
});

it("a name that leads to the metadata address is not called, and the log says so in words", async () => {
  const inside = await api("POST", "", {
    name: "Inside",
    url: "https://inside.shop.com/latest",
    events: ["run.failed"],
  });
  const { id } = webhookCreated.parse(inside.json);
  await api("POST", `/${id}/test`);
  await expect.poll(async () => (await logOf(id))[0]?.state).toBe("failed");
  expect((await logOf(id))[0]?.attempts).toMatchObject([
    { status: null, failure: "refused_address", failure_text: expect.stringContaining("private or reserved address") },
  ]);
  expect((await api("DELETE", `/${id}`)).status).toBe(204);
});

it("the export has the webhooks and their log, without a secret, and an ended account is told of nothing more", async () => {
  const pages: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query: string = cursor === "" ? "" : `?cursor=${cursor}`;
    const page = exportPage.parse((await stack.api("GET", `/api/account/export${query}`, { token: alice.token })).json);
    if (page.section.startsWith("webhook")) pages.push(JSON.stringify(page.rows));
    cursor = page.next_cursor;
  }
  expect(pages.join("")).toContain(receiver.url);
  expect(pages.join("")).toContain("run.replied");
  expect(pages.join("")).not.toMatch(/whsec_|sealed|in_flight/);

  expect(stack.denied).toEqual([]);
  const gone = await stack.api("POST", "/api/account/delete", { token: alice.token, body: { password: PASSWORD } });
  expect(gone.status).toBeLessThan(300);
  await expect.poll(rowsLeft).toEqual([]);
});

/** What the two tables of webhooks still hold. */
async function rowsLeft(): Promise<unknown[]> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  const db = DynamoDBDocumentClient.from(clients.dynamo);
  const tables = [stack.names["WEBHOOKS_TABLE"], stack.names["WEBHOOK_DELIVERIES_TABLE"]];
  const found = await Promise.all(tables.map((TableName) => db.send(new ScanCommand({ TableName }))));
  destroy(clients);
  return found.flatMap(({ Items = [] }) => Items);
}
