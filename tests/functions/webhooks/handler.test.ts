import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { MAX_WEBHOOKS, webhookHandlers } from "../../../functions/webhooks/handler.ts";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { webhookRoutes } from "../../../shared/api/routes/webhooks.ts";
import {
  accepted,
  deliveryList,
  webhookCreated,
  webhookList,
  webhookRotated,
  webhookRow,
} from "../../../shared/api/webhook-schemas.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { HourlyLimit, WEBHOOK_TRIES } from "../../../shared/limits/hourly-limit.ts";
import { DeliveryStore } from "../../../shared/webhooks/delivery-store.ts";
import { EndpointStore } from "../../../shared/webhooks/endpoint-store.ts";
import { EVENT_TYPES } from "../../../shared/webhooks/event-types.ts";
import { SecretOpener, SecretSealer } from "../../../shared/webhooks/secrets.ts";
import { WebhookQueue } from "../../../shared/webhooks/webhook-queue.ts";
import { someAgent } from "../../support/agents.ts";
import { makeAnnouncer } from "../../support/announcer.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { MARK_TABLES, WEBHOOK_TABLES } from "../../support/tables.ts";
import { takeMessages } from "../../support/take-messages.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
let dynamo: TestDynamo;
let aws: TestAws;
let handler: unknown;
let endpoints: EndpointStore;
let sent: () => Promise<unknown[]>;

beforeAll(async () => {
  const agents = { partition: "user_id", sort: "agent_id" };
  [dynamo, aws] = await Promise.all([startDynamo({ agents, ...MARK_TABLES, ...WEBHOOK_TABLES }), startTestAws()]);
  const { queueUrl } = await makeAnnouncer(aws.sqs, dynamo.db, () => new Date());
  sent = () => takeMessages(aws.sqs, queueUrl);
  endpoints = new EndpointStore(dynamo.db, "webhooks");
  const handlers = webhookHandlers({
    endpoints,
    deliveries: new DeliveryStore(dynamo.db, "webhook-deliveries"),
    agents: new AgentStore(dynamo.db, "agents"),
    secrets: new SecretSealer(aws.kms, aws.keyArn),
    queue: new WebhookQueue(aws.sqs, queueUrl),
    tries: new HourlyLimit(dynamo.db, "hourly-limits", WEBHOOK_TRIES),
    rules: { ownHosts: ["app.latchkey.dev"], localTargets: false },
    now: () => new Date(),
  });
  handler = apiHandler(webhookRoutes, handlers, { session: tokenVerifier(POOL, pool.fetch) });
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));

const BODY = { name: "Shop", url: "https://shop.com/hook" };
const api = (who: string, method: string, path: string, params: Record<string, string> = {}, body?: object) =>
  callApi(handler, { route: `${method} /api/webhooks${path}`, token: pool.token(who), params, body });
const create = async (who: string, more: object = {}) =>
  webhookCreated.parse((await api(who, "POST", "", {}, { ...BODY, ...more })).json);
const one = (who: string, method: string, id: string, body?: object) => api(who, method, "/{id}", { id }, body);
const problem = z.object({ code: z.string(), errors: z.array(z.object({ field: z.string() })).optional() });

test("a new webhook has every event, all agents, and a secret that no later answer shows", async () => {
  const { secret, ...row } = await create("alice");
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(row).toMatchObject({ ...BODY, events: Object.keys(EVENT_TYPES), agent_ids: null, is_active: true });
  const { text, json } = await one("alice", "GET", row.id);
  expect(webhookRow.parse(json)).toEqual(row);
  const list = await api("alice", "GET", "");
  expect(webhookList.parse(list.json).webhooks).toEqual([row]);
  expect(text + list.text).not.toMatch(/whsec|sealed/);
});

test("a secret is stored sealed for its own webhook alone", async () => {
  const [first, second] = [await create("sealing"), await create("sealing")];
  const opener = new SecretOpener(aws.kms, aws.keyArn);
  const sealed = (await endpoints.get("sealing", first.id))?.secrets[0]?.sealed ?? new Uint8Array();
  expect((await opener.open("sealing", first.id, sealed)).reveal()).toBe(first.secret);
  for (const [user, id] of [
    ["sealing", second.id],
    ["mallory", first.id],
  ] as const) {
    await expect(opener.open(user, id, sealed)).rejects.toThrow();
  }
});

test.each([
  { url: "http://shop.com/" },
  { url: "https://169.254.169.254/" },
  { url: "https://[::1]/" },
  { url: "https://localhost/" },
  { url: "https://app.latchkey.dev/api" },
  { url: "https://user:password@shop.com/" },
  { url: "https://shop.com:25/" },
  { url: "" },
  { name: "" },
  { name: "a\nb" },
  { events: [] },
  { events: ["mail.deleted"] },
  { agentIds: [] },
  { agentIds: ["not-mine"] },
  { secret: "whsec_mine" },
])("%j is refused, for a new webhook and for an old one", async (wrong) => {
  const who = "wrong";
  const { id } = await create(who);
  for (const answer of [await api(who, "POST", "", {}, { ...BODY, ...wrong }), await one(who, "PATCH", id, wrong)]) {
    expect(answer.status).toBe(400);
    expect(problem.parse(answer.json).errors?.map(({ field }) => field.split(".")[0])).toEqual(Object.keys(wrong));
  }
  expect(await one(who, "DELETE", id)).toMatchObject({ status: 204 });
});

test("only the owner's own agents may be chosen, and an agent of somebody else is like none", async () => {
  const agents = new AgentStore(dynamo.db, "agents");
  await agents.add(someAgent({ user_id: "olga", agent_id: "hers" }));
  await agents.add(someAgent({ user_id: "paul", agent_id: "his" }));
  expect(await create("olga", { agentIds: ["hers"] })).toMatchObject({ agent_ids: ["hers"] });
  const foreign = await api("olga", "POST", "", {}, { ...BODY, agentIds: ["his"] });
  const absent = await api("olga", "POST", "", {}, { ...BODY, agentIds: ["none"] });
  expect([foreign.status, foreign.text]).toEqual([400, absent.text]);
});

test("the eleventh webhook is refused", async () => {
  for (let i = 0; i < MAX_WEBHOOKS; i++) await create("collector");
  const answer = await api("collector", "POST", "", {}, BODY);
  expect([answer.status, problem.parse(answer.json).code]).toEqual([409, "limit_reached"]);
});

test("a patch changes what it names, and a deleted webhook's log is forgotten", async () => {
  const { id, secret: _, updated_at: _at, ...row } = await create("patty");
  const changed = await one("patty", "PATCH", id, { name: "Till", events: ["run.held"] });
  expect(webhookRow.parse(changed.json)).toMatchObject({ ...row, id, name: "Till", events: ["run.held"] });
  await sent();
  expect((await one("patty", "DELETE", id)).status).toBe(204);
  expect(await sent()).toEqual([{ kind: "forget", user_id: "patty", webhook_id: id }]);
  expect((await one("patty", "DELETE", id)).status).toBe(404);
});

test("switching on clears the pause and the count of failures", async () => {
  const { id } = await create("pia");
  const row = await endpoints.get("pia", id);
  if (!row) throw new Error("It was stored");
  await endpoints.patch("pia", id, { failures: 9, quiet_until: "2999-01-01T00:00:00.000Z" }, new Date());
  await endpoints.pause(row, "failing", new Date());
  expect(webhookRow.parse((await one("pia", "GET", id)).json)).toMatchObject({
    is_active: false,
    paused_reason: "failing",
  });
  const on = webhookRow.parse((await one("pia", "PATCH", id, { isActive: true })).json);
  expect(on).toMatchObject({ is_active: true, paused_reason: null, paused_at: null, health: { failures: 0 } });
  expect(Date.parse((await endpoints.get("pia", id))?.quiet_until ?? "")).toBeLessThanOrEqual(Date.now());
});

test("a rotation keeps the last secret for the overlap, and no older one", async () => {
  const { id, secret } = await create("rita");
  const rotate = async (body?: object) =>
    webhookRotated.parse((await api("rita", "POST", "/{id}/rotate", { id }, body)).json);
  const first = await rotate();
  expect(first.secret).not.toBe(secret);
  const day = Date.parse(first.previous_ends_at) - Date.now();
  expect(Math.round(day / 3_600_000)).toBe(24);
  const before = await endpoints.get("rita", id);
  expect(before?.secrets).toHaveLength(2);
  await rotate({ overlapHours: 1 });
  const after = await endpoints.get("rita", id);
  expect(after?.secrets.map(({ created_at }) => created_at)).toEqual([
    expect.any(String),
    before?.secrets[0]?.created_at,
  ]);
  await rotate({ overlapHours: 0 });
  vi.setSystemTime(Date.now() + 1);
  expect(webhookRow.parse((await one("rita", "GET", id)).json).secrets).toHaveLength(1);
  vi.useRealTimers();
});

test("two rotations at once make one new secret", async () => {
  const { id } = await create("rolf");
  const rotate = () => api("rolf", "POST", "/{id}/rotate", { id });
  const answers = await Promise.all([rotate(), rotate()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test("a test event is written and queued, and sixty an hour are enough", async () => {
  const { id } = await create("tess");
  await sent();
  const test = () => api("tess", "POST", "/{id}/test", { id });
  const made = accepted.parse((await test()).json);
  expect(await sent()).toMatchObject([{ kind: "call", user_id: "tess", delivery_id: made.id, turn: 0 }]);
  const log = deliveryList.parse((await api("tess", "GET", "/{id}/deliveries", { id })).json);
  expect(log.deliveries).toMatchObject([{ id: made.id, type: "webhook.test", state: "waiting", attempts: [] }]);
  const again = { id, delivery: made.id };
  expect((await api("tess", "POST", "/{id}/deliveries/{delivery}/redeliver", again)).status).toBe(202);
  expect(await sent()).toMatchObject([{ kind: "call", turn: 1 }]);
  const rest = await Promise.all(Array.from({ length: 60 }, test));
  const refused = rest.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(2);
  expect(refused[0]?.headers["retry-after"]).toBeDefined();
});

test("the log comes page by page, newest first", async () => {
  const { id } = await create("lola");
  const made: string[] = [];
  for (let i = 0; i < 3; i++) {
    vi.setSystemTime(Date.now() + 1_000);
    made.unshift(accepted.parse((await api("lola", "POST", "/{id}/test", { id })).json).id);
  }
  vi.useRealTimers();
  const page = async (query: Record<string, string>) =>
    deliveryList.parse(
      (
        await callApi(handler, {
          route: "GET /api/webhooks/{id}/deliveries",
          token: pool.token("lola"),
          params: { id },
          query,
        })
      ).json,
    );
  const first = await page({ limit: "2" });
  expect(first.deliveries.map((row) => row.id)).toEqual(made.slice(0, 2));
  const second = await page({ limit: "2", cursor: first.next_cursor ?? "" });
  expect([second.deliveries.map((row) => row.id), second.next_cursor]).toEqual([made.slice(2), null]);
});

test("delivering all that failed is queued for the sender, and refused while the webhook is off", async () => {
  const { id } = await create("fay");
  await sent();
  const again = () => api("fay", "POST", "/{id}/redeliver", { id }, { since: "2026-11-01T00:00:00Z" });
  expect((await again()).status).toBe(202);
  expect(await sent()).toEqual([{ kind: "redeliver", user_id: "fay", webhook_id: id, since: "2026-11-01T00:00:00Z" }]);
  await one("fay", "PATCH", id, { isActive: false });
  expect(problem.parse((await again()).json).code).toBe("conflict");
});
