import { afterAll, beforeAll, expect, test } from "vitest";
import { agentHandlers } from "../../../functions/agents/handler.ts";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { AgentAddresses } from "../../../shared/agents/agent-addresses.ts";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { agentRow, deniedList, denyDone } from "../../../shared/api/agent-schemas.ts";
import { agentRoutes } from "../../../shared/api/routes/agents.ts";
import { gatherReads } from "../../../shared/aws/row-reader.ts";
import { BlockList } from "../../../shared/correspondents/block-list.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { ADDRESS_CHECKS, ADDRESS_CLAIMS, type Allowance, HourlyLimit } from "../../../shared/limits/hourly-limit.ts";
import { DenyList } from "../../../shared/senders/deny-list.ts";
import { DenyLookup } from "../../../shared/senders/deny-lookup.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { MARK_TABLES } from "../../support/tables.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
const PATH = "/api/automation/agents/{id}/denied";
let dynamo: TestDynamo;
let agents: AgentStore;
let denied: DenyList;
let lookup: DenyLookup;
let handler: unknown;

beforeAll(async () => {
  dynamo = await startDynamo({
    agents: { partition: "user_id", sort: "agent_id" },
    addresses: { partition: "address" },
    ...MARK_TABLES,
  });
  agents = new AgentStore(dynamo.db, "agents");
  denied = new DenyList(dynamo.db, "denied-senders");
  lookup = new DenyLookup(gatherReads(dynamo.db), "denied-senders");
  const claims = new AddressClaims(dynamo.db, "addresses", "agents.example");
  const limit = (allowance: Allowance) => new HourlyLimit(dynamo.db, "hourly-limits", allowance);
  const handlers = agentHandlers({
    ...{ agents, claims, denied, jobs: { requeueHeld: async () => {} }, now: () => new Date() },
    agentAddresses: new AgentAddresses(dynamo.db, "agents", claims),
    addressChecks: limit(ADDRESS_CHECKS),
    addressClaims: limit(ADDRESS_CLAIMS),
    domains: { shared: "agents.example", isOwn: async () => false },
    blocked: new BlockList(dynamo.db, "blocked"),
  });
  handler = apiHandler(agentRoutes, handlers, tokenVerifier(POOL, pool.fetch));
});
afterAll(() => dynamo.stop());

async function agentOf(who: string): Promise<string> {
  const body = { name: "Support", type: "email_inbound" };
  const answer = await callApi(handler, { route: "POST /api/automation/agents", token: pool.token(who), body });
  return agentRow.parse(answer.json).id;
}

const call = (who: string, method: string, id: string, more: object = {}) =>
  callApi(handler, { route: `${method} ${PATH}`, token: pool.token(who), params: { id }, ...more });
const add = async (who: string, id: string, senders: string) =>
  denyDone.parse((await call(who, "POST", id, { body: { senders } })).json);
const list = async (who: string, id: string, query: Record<string, string> = {}) =>
  deniedList.parse((await call(who, "GET", id, { query })).json);

test("a pasted list is added, its duplicates once, and what is no sender is named with its line", async () => {
  const id = await agentOf("alice");
  const answer = await add("alice", id, "Anna <a@X.example>\nspam.example; *.bulk.example\nnonsense\na@x.example");
  const refused = [{ line: 3, text: "nonsense", message: expect.stringContaining("neither") }];
  expect(answer).toEqual({ added: 3, already: 0, refused, total: 3 });
  expect(await add("alice", id, "A@x.example, more.example")).toMatchObject({ added: 1, already: 1, total: 4 });
  const { denied: rows, total, matching } = await list("alice", id);
  expect([total, matching]).toEqual([4, 4]);
  expect(rows.map(({ sender }) => sender).sort()).toEqual([
    "*.bulk.example",
    "a@x.example",
    "more.example",
    "spam.example",
  ]);
});

test("the agent's row says that there is a list, before the first row of it is there", async () => {
  const id = await agentOf("alice");
  expect((await agents.get("alice", id))?.denies_senders).toBe(false);
  await add("alice", id, "nonsense");
  expect((await agents.get("alice", id))?.denies_senders).toBe(false);
  await add("alice", id, "spam.example");
  expect((await agents.get("alice", id))?.denies_senders).toBe(true);
});

test("a sender is taken off, and all are", async () => {
  const id = await agentOf("alice");
  await add("alice", id, "a@x.example b@x.example c@x.example");
  const [first] = (await list("alice", id, { q: "A@x" })).denied;
  expect(first?.sender).toBe("a@x.example");
  const params = { id, sender: first?.id ?? "" };
  const route = `DELETE ${PATH}/{sender}`;
  expect((await callApi(handler, { route, token: pool.token("alice"), params })).status).toBe(204);
  expect((await list("alice", id)).total).toBe(2);
  expect((await call("alice", "DELETE", id)).status).toBe(204);
  expect((await list("alice", id)).total).toBe(0);
});

test("a stranger's agent has no list, whatever is asked of it", async () => {
  const id = await agentOf("alice");
  await add("alice", id, "spam.example");
  const absent = await call("mallory", "GET", "absent");
  for (const method of ["GET", "POST", "DELETE"]) {
    const answer = await call("mallory", method, id, method === "POST" ? { body: { senders: "x.example" } } : {});
    expect([answer.status, answer.json]).toEqual([404, absent.json]);
  }
  expect((await list("alice", id)).total).toBe(1);
});

test("ten thousand senders are taken, found by one call each, listed as CSV, and one more is refused", async () => {
  const id = await agentOf("alice");
  for (let first = 0; first < 10_000; first += 2_000) {
    const names = Array.from({ length: 2_000 }, (_, at) => `s${first + at}@x.example`);
    expect(await add("alice", id, names.join("\n"))).toMatchObject({ added: 2_000, refused: [] });
  }
  const over = await call("alice", "POST", id, { body: { senders: "s0@x.example one-more.example" } });
  expect(over).toMatchObject({ status: 409, json: { detail: expect.stringContaining("10,000") } });
  expect(await add("alice", id, "s0@x.example s9999@x.example")).toMatchObject({ added: 0, already: 2 });
  expect(await lookup.hasAny("alice", id, ["s9999+tag@X.example"])).toBe(true);
  expect(await lookup.hasAny("alice", id, ["t1@x.example"])).toBe(false);
  expect(await list("alice", id, { q: "s99", limit: "5" })).toMatchObject({ total: 10_000, matching: 111 });
  const csv = await call("alice", "GET", id, { query: { limit: "10000" }, headers: { accept: "text/csv" } });
  expect(csv.text.trim().split("\n")).toHaveLength(10_001);
}, 120_000);

test("a deleted agent takes its list along", async () => {
  const id = await agentOf("alice");
  await add("alice", id, "spam.example");
  const route = "DELETE /api/automation/agents/{id}";
  expect((await callApi(handler, { route, token: pool.token("alice"), params: { id } })).status).toBe(204);
  expect(await denied.list("alice", id)).toEqual([]);
});
