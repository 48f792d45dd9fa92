import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { agentHandlers, MAX_AGENTS } from "../../../functions/agents/handler.ts";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { AddressStore } from "../../../shared/agents/address-store.ts";
import { AgentAddresses } from "../../../shared/agents/agent-addresses.ts";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { ConfigStore } from "../../../shared/ai-configs/config-store.ts";
import { agentList, agentRow, blockedList } from "../../../shared/api/agent-schemas.ts";
import { agentRoutes } from "../../../shared/api/routes/agents.ts";
import { BlockList } from "../../../shared/correspondents/block-list.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { ADDRESS_CHECKS, ADDRESS_CLAIMS, type Allowance, HourlyLimit } from "../../../shared/limits/hourly-limit.ts";
import { UserStore } from "../../../shared/users/user-store.ts";
import { someAgent } from "../../support/agents.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { makeJobQueue } from "../../support/job-queue.ts";
import { MARK_TABLES } from "../../support/tables.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
let dynamo: TestDynamo;
let aws: TestAws;
let sent: () => Promise<unknown[]>;
let agents: AgentStore;
let addresses: AddressStore;
let claims: AddressClaims;
let blocked: BlockList;
let configs: ConfigStore;
let handler: unknown;

beforeAll(async () => {
  aws = await startTestAws();
  const queue = await makeJobQueue(aws.sqs);
  sent = queue.sent;
  dynamo = await startDynamo({
    agents: { partition: "user_id", sort: "agent_id" },
    addresses: { partition: "address" },
    ...MARK_TABLES,
    users: { partition: "user_id" },
    configs: { partition: "user_id", sort: "provider" },
  });
  agents = new AgentStore(dynamo.db, "agents");
  addresses = new AddressStore(dynamo.db, "addresses");
  claims = new AddressClaims(dynamo.db, "addresses", "agents.example");
  blocked = new BlockList(dynamo.db, "blocked");
  configs = new ConfigStore(dynamo.db, "configs");
  const keys = { configs, users: new UserStore(dynamo.db, "users") };
  const now = () => new Date();
  const agentAddresses = new AgentAddresses(dynamo.db, "agents", claims);
  const limit = (allowance: Allowance) => new HourlyLimit(dynamo.db, "hourly-limits", allowance);
  const handlers = agentHandlers({
    ...{ agents, claims, agentAddresses, blocked, keys, jobs: queue.jobs, now },
    addressChecks: limit(ADDRESS_CHECKS),
    addressClaims: limit(ADDRESS_CLAIMS),
    domains: { shared: "agents.example", isOwn: async () => false },
  });
  handler = apiHandler(agentRoutes, handlers, tokenVerifier(POOL, pool.fetch));
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));

const BODY = { name: "My Support Agent", type: "email_inbound" };
const all = (who: string, method: "GET" | "POST", body?: object) =>
  callApi(handler, { route: `${method} /api/automation/agents`, token: pool.token(who), body });
const one = (who: string, method: string, id: string, body?: object | string) =>
  callApi(handler, { route: `${method} /api/automation/agents/{id}`, token: pool.token(who), params: { id }, body });
const create = async (who: string, more: object = {}) =>
  agentRow.parse((await all(who, "POST", { ...BODY, ...more })).json);

test("a created agent has an address of its own, which leads to it and reveals nothing about it", async () => {
  const answer = await all("alice", "POST", BODY);
  expect(answer.status).toBe(201);
  const agent = agentRow.parse(answer.json);
  expect(agent).toMatchObject({ user_id: "alice", name: BODY.name, provider: null, is_active: true, instructions: "" });
  expect(agent.address).toMatch(/^[a-z2-9]{10}@agents\.example$/);
  expect(await addresses.find(agent.address)).toEqual({ address: agent.address, user_id: "alice", agent_id: agent.id });
  expect((await one("alice", "GET", agent.id)).json).toEqual(agent);
});

test("a user's list is oldest first and contains nobody else's agents", async () => {
  const made: string[] = [];
  // Their ids are random, so another order would match by chance once in 24 times.
  for (const name of ["First", "Second", "Third", "Fourth"]) {
    made.push((await create("bob", { name })).id);
    vi.setSystemTime(Date.now() + 1_000);
  }
  await create("carol");
  const { agents } = agentList.parse((await all("bob", "GET")).json);
  vi.useRealTimers();
  expect(agents.map(({ id }) => id)).toEqual(made);
});

test("an agent is patched field by field, and may name a provider that has no key yet", async () => {
  const agent = await create("dora");
  const body = {
    provider: "gemini",
    isActive: false,
    maxMailsPerDay: 3,
    maxUsdPerDay: 0.5,
    maxRepliesPerCorrespondentPerHour: 2,
    maxRepliesPerCorrespondentPerDay: 4,
    maxRepliesPerDomainPerHour: 8,
    formDomains: ["Forms.Customer.example"],
    answerOnly: [" Carol@Customer.example", "Team.example"],
    quoteOriginal: true,
    instructions: "Be brief.",
    name: "New",
  };
  const { status, json } = await one("dora", "PATCH", agent.id, body);
  expect(status).toBe(200);
  const { updated_at } = agentRow.parse(json);
  expect(json).toEqual({
    ...agent,
    provider: "gemini",
    is_active: false,
    max_mails_per_day: 3,
    max_usd_per_day: 0.5,
    max_replies_per_correspondent_per_hour: 2,
    max_replies_per_correspondent_per_day: 4,
    max_replies_per_domain_per_hour: 8,
    form_domains: ["forms.customer.example"],
    answer_only: ["carol@customer.example", "team.example"],
    quote_original: true,
    instructions: "Be brief.",
    name: "New",
    updated_at,
  });
});

test("a deleted agent is gone, and its address is retired and cannot be claimed", async () => {
  const agent = await create("erin");
  expect((await one("erin", "DELETE", agent.id)).status).toBe(204);
  expect((await one("erin", "GET", agent.id)).status).toBe(404);
  expect((await one("erin", "DELETE", agent.id)).status).toBe(404);
  expect(await addresses.find(agent.address)).toBeUndefined();
  expect(await claims.faultOf("mallory", agent.address)).toBe("taken");
});

test("an agent whose deletion crashed half-way can be deleted again", async () => {
  const agent = await create("fred");
  await claims.end({ address: agent.address, agent_id: agent.id, user_id: "fred" }, new Date());
  expect((await one("fred", "DELETE", agent.id)).status).toBe(204);
});

test("the answer about another user's agent is the same byte for byte as for a missing one", async () => {
  const agent = await create("gina");
  for (const [method, body] of [["GET"], ["PATCH", { name: "Mine" }], ["DELETE"]] as const) {
    const foreign = await one("mallory", method, agent.id, body);
    const absent = await one("mallory", method, "nothing", body);
    const impossible = await one("mallory", method, `gina#${agent.id}`, body);
    expect(foreign.status).toBe(404);
    expect(new Set([foreign.text, absent.text, impossible.text]).size).toBe(1);
  }
  expect((await one("gina", "GET", agent.id)).json).toEqual(agent);
  expect((await addresses.find(agent.address))?.until).toBeUndefined();
});

test.each([{ user_id: "bob" }, { address: "me@elsewhere.example" }, { id: "x" }, { isActive: false }])(
  "an agent is not created with %j",
  async (extra) => {
    const answer = await all("alice", "POST", { ...BODY, ...extra });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ field: Object.keys(extra)[0] }] } });
  },
);

test.each(["-1", "0", "0.001", "1e999", "100001", '"5"'])("the budget %s of a day is refused", async (budget) => {
  const agent = await create("henry");
  const before = (await one("henry", "GET", agent.id)).json;
  const answer = await one("henry", "PATCH", agent.id, `{"maxUsdPerDay":${budget}}`);
  expect(answer).toMatchObject({ status: 400, json: { code: "invalid_request" } });
  expect((await one("henry", "GET", agent.id)).json).toEqual(before);
});

test("null removes the daily budget", async () => {
  const agent = await create("ida", { maxUsdPerDay: 2 });
  expect(agent.max_usd_per_day).toBe(2);
  expect((await one("ida", "PATCH", agent.id, { maxUsdPerDay: null })).json).toMatchObject({ max_usd_per_day: null });
});

test("a user has a hundred agents at most", async () => {
  for (let i = 0; i < MAX_AGENTS; i += 1) await agents.add(someAgent({ user_id: "many", agent_id: `a${i}` }));
  expect(await all("many", "POST", BODY)).toMatchObject({ status: 409, json: { code: "limit_reached" } });
  await agents.remove("many", "a0");
  expect((await all("many", "POST", BODY)).status).toBe(201);
});

test("an agent's default limits fit a person's correspondence, and its owner can change them within the platform's", async () => {
  expect(await create("ivy")).toMatchObject({
    max_replies_per_correspondent_per_hour: 6,
    max_replies_per_correspondent_per_day: 20,
    max_replies_per_domain_per_hour: 60,
    form_domains: [],
    answer_only: [],
  });
  for (const more of [
    { maxRepliesPerCorrespondentPerHour: 61 },
    { maxRepliesPerCorrespondentPerDay: 201 },
    { maxRepliesPerDomainPerHour: 601 },
    { formDomains: ["not a domain"] },
    { answerOnly: ["*"] },
    { answerOnly: ["carol@"] },
    { answerOnly: ["Carol <carol@customer.example>"] },
    { answerOnly: Array(101).fill("customer.example") },
  ]) {
    expect((await all("ivy", "POST", { ...BODY, ...more })).status).toBe(400);
  }
});

test("a mailbox provider's domain is refused, and a request that contains one changes nothing", async () => {
  const refused = {
    status: 400,
    json: { errors: [{ field: "formDomains.1", message: "hotmail.no gives addresses to anybody" }] },
  };
  const formDomains = ["forms.customer.example", "Hotmail.no"];
  expect(await all("kim", "POST", { ...BODY, formDomains })).toMatchObject(refused);
  const agent = await create("kim");
  expect(await one("kim", "PATCH", agent.id, { name: "New", formDomains })).toMatchObject(refused);
  expect((await one("kim", "GET", agent.id)).json).toEqual(agent);
  // An agent may answer everybody at a provider, because that lets nobody speak for another.
  expect((await one("kim", "PATCH", agent.id, { answerOnly: ["gmail.com"] })).status).toBe(200);
});

test("an internationalized domain is stored in the form that mails use", async () => {
  const formDomains = ["Bücher.example", "ｃustomer.example", "xn--bcher-kva.example"];
  const agent = await create("lea", { formDomains, answerOnly: ["anna@bücher.example"] });
  expect(agent.form_domains).toEqual(["xn--bcher-kva.example", "customer.example", "xn--bcher-kva.example"]);
  expect(agent.answer_only).toEqual(["anna@xn--bcher-kva.example"]);
  for (const wrong of ["bücher.example/x", "bü cher.example", "ü", "bücher"])
    expect((await all("lea", "POST", { ...BODY, formDomains: [wrong] })).status).toBe(400);
});

test("an agent that the platform switched off is its owner's again once the owner switches it", async () => {
  const { id } = await create("jack");
  const paused = await agents.patch("jack", id, { is_active: false, paused_reason: "complaints" }, new Date());
  expect(paused?.paused_reason).toBe("complaints");
  expect((await one("jack", "GET", id)).json).toMatchObject({ is_active: false, paused_reason: "complaints" });
  expect((await one("jack", "PATCH", id, { name: "New" })).json).toMatchObject({ paused_reason: "complaints" });
  expect((await one("jack", "PATCH", id, { isActive: true })).json).toMatchObject({
    is_active: true,
    paused_reason: null,
  });
});

test("the owner sees whom an agent has stopped answering, and can unblock them", async () => {
  const [{ id }, other] = [await create("kim"), await create("kim")];
  const row = { reason: "bounced", run_id: "r1", blocked_at: "2026-11-23T12:00:00.000Z" } as const;
  await blocked.add("kim", id, { ...row, address: "carol@customer.example" });
  await blocked.add("kim", other.id, { ...row, address: "dave@customer.example" });
  const list = (who: string) =>
    callApi(handler, { route: "GET /api/automation/agents/{id}/blocked", token: pool.token(who), params: { id } });
  const unblock = (who: string, correspondent: string) =>
    callApi(handler, {
      route: "DELETE /api/automation/agents/{id}/blocked/{correspondent}",
      token: pool.token(who),
      params: { id, correspondent },
    });
  const { blocked: rows } = blockedList.parse((await list("kim")).json);
  expect(rows).toMatchObject([{ ...row, address: "carol@customer.example" }]);
  const correspondent = rows[0]?.id ?? "";
  expect((await list("mallory")).status).toBe(404);
  expect((await unblock("mallory", correspondent)).status).toBe(404);
  expect((await unblock("kim", correspondent)).status).toBe(204);
  expect((await list("kim")).json).toEqual({ blocked: [] });
});

test.each([
  ["more mails a day", { maxMailsPerDay: 10, maxUsdPerDay: 1 }, { maxMailsPerDay: 11 }, true],
  ["more money a day", { maxUsdPerDay: 1 }, { maxUsdPerDay: 1.5 }, true],
  ["no budget any more", { maxUsdPerDay: 1 }, { maxUsdPerDay: null }, true],
  ["fewer mails a day", { maxMailsPerDay: 10 }, { maxMailsPerDay: 9 }, false],
  ["a first budget", {}, { maxUsdPerDay: 1 }, false],
  ["the same limits", { maxMailsPerDay: 10, maxUsdPerDay: 1 }, { maxMailsPerDay: 10, maxUsdPerDay: 1 }, false],
  ["more for one correspondent, which ends mail loops", {}, { maxRepliesPerCorrespondentPerHour: 60 }, false],
  ["being switched on again", {}, { isActive: true }, false],
])("%s: what was held for the limits of this agent goes back to work, or stays", async (_, made, changed, releases) => {
  const { id } = await create("kate", made);
  await sent();
  expect(await one("kate", "PATCH", id, changed)).toMatchObject({ status: 200 });
  expect(await sent()).toEqual(releases ? [{ kind: "release", user_id: "kate", mended: "limits", agent_id: id }] : []);
});

test("a daily budget without room for one answer of the agent's key causes a warning, when it is set and when it is read", async () => {
  const key = {
    ciphertext: new Uint8Array([1]),
    mask: "sk...",
    key_fingerprint: "f",
    temperature: 0.7,
    max_tokens: 500,
  };
  await configs.save("warned", "openai", { ...key, model_name: "gpt-4" }, new Date());
  await configs.save("warned", "gemini", { ...key, model_name: "gemini-2.5-flash-lite" }, new Date());
  const agent = await create("warned", { maxUsdPerDay: 0.01 });
  const warnings = [expect.stringContaining("no room for one answer of gpt-4")];
  expect(agent).toMatchObject({ max_usd_per_day: 0.01, warnings });
  expect((await one("warned", "GET", agent.id)).json).toMatchObject({ warnings });
  for (const enough of [{ provider: "gemini" }, { provider: null, maxUsdPerDay: 5 }, { maxUsdPerDay: null }]) {
    expect((await one("warned", "PATCH", agent.id, enough)).json).not.toHaveProperty("warnings");
  }
});

test("another key for an agent requeues what was held for the previous one", async () => {
  const agent = await create("switches");
  await sent();
  await one("switches", "PATCH", agent.id, { provider: "gemini" });
  await one("switches", "PATCH", agent.id, { provider: "gemini", name: "Other" });
  await one("switches", "PATCH", agent.id, { fallbackProvider: "openai" });
  const released = { kind: "release", user_id: "switches", mended: "key", agent_id: agent.id };
  expect(await sent()).toEqual([released, released]);
});
