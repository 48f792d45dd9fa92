import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { agentHandlers } from "../../../functions/agents/handler.ts";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { answerAddress } from "../../../shared/agents/address-list.ts";
import { AddressStore } from "../../../shared/agents/address-store.ts";
import { AgentAddresses } from "../../../shared/agents/agent-addresses.ts";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { agentRow } from "../../../shared/api/agent-schemas.ts";
import { addressRoutes, agentRoutes } from "../../../shared/api/routes/agents.ts";
import { BlockList } from "../../../shared/correspondents/block-list.ts";
import { domainRow } from "../../../shared/domains/domain.ts";
import { HolderStore } from "../../../shared/domains/holder-store.ts";
import { isHeldBy } from "../../../shared/domains/may-use.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { ADDRESS_CHECKS, ADDRESS_CLAIMS, type Allowance, HourlyLimit } from "../../../shared/limits/hourly-limit.ts";
import { DenyList } from "../../../shared/senders/deny-list.ts";
import { someAgent } from "../../support/agents.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { MARK_TABLES } from "../../support/tables.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const NOW = new Date("2026-11-29T06:00:00.000Z");
const AGENTS = "/api/automation/agents";
const pool = new TestPool();
let dynamo: TestDynamo;
let addresses: AddressStore;
let holders: HolderStore;
let handler: unknown;
let requeued: unknown[] = [];
let count = 0;
let domain = "";
beforeAll(async () => {
  dynamo = await startDynamo({
    agents: { partition: "user_id", sort: "agent_id" },
    addresses: { partition: "address" },
    holders: { partition: "domain" },
    ...MARK_TABLES,
  });
  const { db } = dynamo;
  addresses = new AddressStore(db, "addresses");
  holders = new HolderStore(db, "holders");
  const claims = new AddressClaims(db, "addresses", "agents.example");
  const limit = (allowance: Allowance) => new HourlyLimit(db, "hourly-limits", allowance);
  const handlers = agentHandlers({
    agents: new AgentStore(db, "agents"),
    claims,
    agentAddresses: new AgentAddresses(db, "agents", claims),
    addressChecks: limit(ADDRESS_CHECKS),
    addressClaims: limit(ADDRESS_CLAIMS),
    domains: { shared: "agents.example", isOwn: (user, name) => isHeldBy(user, name, holders) },
    blocked: new BlockList(db, "blocked"),
    denied: new DenyList(db, "denied-senders"),
    jobs: { requeueHeld: async (...job) => void requeued.push(job) },
    now: () => NOW,
  });
  handler = apiHandler({ ...agentRoutes, ...addressRoutes }, handlers, tokenVerifier(POOL, pool.fetch));
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  domain = `bakery${count++}.example`;
  requeued = [];
});

const all = (who: string, route: string, more: object = {}) =>
  callApi(handler, { route, token: pool.token(who), ...more });
const create = async (who: string) =>
  agentRow.parse((await all(who, `POST ${AGENTS}`, { body: { name: "Support", type: "email_inbound" } })).json).id;
const add = (who: string, id: string, address: string) =>
  all(who, `POST ${AGENTS}/{id}/addresses`, { params: { id }, body: { address, isPrimary: false } });
const patch = (who: string, id: string, body: object) => all(who, `PATCH ${AGENTS}/{id}`, { params: { id }, body });

function claimOf(user_id: string) {
  const at = NOW.toISOString();
  const given = { user_id, domain, claim_id: `of-${user_id}-${domain}`, token: "t", state: "proven" };
  return domainRow.parse({ ...given, created_at: at, next_check_at: at });
}
const hold = async (who: string) => holders.take(claimOf(who), await holders.get(domain), NOW);

test("an address on a domain is given out to the owner who holds it, and to nobody else", async () => {
  const [alices, bobs] = [await create("alice"), await create("bob")];
  const address = `support@${domain}`;
  expect(await add("alice", alices, address)).toMatchObject({ status: 400 });
  await hold("alice");
  expect(await add("alice", alices, address)).toMatchObject({ status: 201 });
  expect(await add("bob", bobs, address)).toMatchObject({ status: 400 });
  expect(await add("alice", alices, `support@shop.${domain}`)).toMatchObject({ status: 400 });
  // Names that mislead on the domain of everybody are the owner's own business here.
  expect(await add("alice", alices, `postmaster@${domain}`)).toMatchObject({ status: 201 });
  await holders.update({ ...claimOf("alice"), state: "lost" }, NOW);
  expect(await add("alice", alices, `sales@${domain}`)).toMatchObject({ status: 400 });
});

test("whoever holds a domain next has the former owner's addresses anew, and the former agents can be deleted", async () => {
  const [alices, bobs] = [await create("alice"), await create("bob")];
  const address = `support@${domain}`;
  await hold("alice");
  await add("alice", alices, address);
  await holders.release(claimOf("alice"));
  await hold("bob");
  expect(await add("bob", bobs, address)).toMatchObject({ status: 201 });
  expect(await addresses.find(address)).toMatchObject({ user_id: "bob", agent_id: bobs });
  const end = { params: { id: alices, address } };
  expect(await all("alice", `DELETE ${AGENTS}/{id}/addresses/{address}`, end)).toMatchObject({ status: 204 });
  expect(await addresses.find(address)).toMatchObject({ user_id: "bob" });

  const second = await create("alice");
  await holders.release(claimOf("bob"));
  await hold("alice");
  await add("alice", second, address);
  await holders.release(claimOf("alice"));
  await hold("bob");
  await add("bob", await create("bob"), address);
  expect(await all("alice", `DELETE ${AGENTS}/{id}`, { params: { id: second } })).toMatchObject({ status: 204 });
  expect(await addresses.find(address)).toMatchObject({ user_id: "bob" });
});

test("answers leave from the address that the owner has chosen among the agent's own", async () => {
  const id = await create("alice");
  const address = `support@${domain}`;
  expect(await patch("alice", id, { answerFrom: address })).toMatchObject({ status: 400 });
  await hold("alice");
  await add("alice", id, address);
  expect(await patch("alice", id, { answerFrom: address.toUpperCase() })).toMatchObject({
    status: 200,
    json: { answer_from: address },
  });
  expect(requeued).toEqual([["alice", { resolved: "domain", agent_id: id }]]);
  expect(await patch("alice", id, { answerFrom: null })).toMatchObject({ status: 200, json: { answer_from: null } });
});

test("a choice counts for every mail while the address works, and no longer", () => {
  const other_addresses = [{ address: "b@x" }, { address: "c@x", ends_at: "2026-11-29T00:00:00.000Z" }];
  const from = (answer_from: string | null, recipient: string) =>
    answerAddress(someAgent({ address: "a@x", other_addresses, answer_from }), recipient, NOW);
  expect(from(null, "b@x")).toBe("b@x");
  expect(from("b@x", "a@x")).toBe("b@x");
  expect(from("c@x", "b@x")).toBe("b@x");
  expect(from("gone@x", "b@x")).toBe("b@x");
});
