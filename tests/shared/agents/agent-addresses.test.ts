import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { allOf, withAddress, withEnd, withFirst, withoutAddress } from "../../../shared/agents/address-list.ts";
import { AddressStore } from "../../../shared/agents/address-store.ts";
import type { Agent } from "../../../shared/agents/agent.ts";
import { AgentAddresses } from "../../../shared/agents/agent-addresses.ts";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { someAgent } from "../../support/agents.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

const NOW = new Date("2026-11-29T12:00:00.000Z");
let dynamo: TestDynamo;
let addresses: AddressStore;
let claims: AddressClaims;
let agents: AgentStore;
let both: AgentAddresses;
beforeAll(async () => {
  dynamo = await startDynamo({
    addresses: { partition: "address" },
    agents: { partition: "user_id", sort: "agent_id" },
  });
  addresses = new AddressStore(dynamo.db, "addresses");
  claims = new AddressClaims(dynamo.db, "addresses", "agents.example");
  agents = new AgentStore(dynamo.db, "agents");
  both = new AgentAddresses(dynamo.db, "agents", claims);
});
afterAll(() => dynamo.stop());

const at = (name: string) => `${name}@agents.example`;
const WORDS = [
  "bakery",
  "florist",
  "hotel",
  "garage",
  "museum",
  "dentist",
  "opera",
  "quarry",
  "tavern",
  "zoo",
  "yacht",
];
let tests = 0;
let agent: Agent;
beforeEach(async () => {
  const word = WORDS[tests++] ?? "";
  agent = someAgent({ user_id: word, agent_id: `agent-${word}`, address: at(word) });
  expect(await both.add(agent)).toBeUndefined();
});

async function saved(change: (agent: Agent) => Pick<Agent, "address" | "other_addresses">): Promise<Agent> {
  const result = await both.save(agent, change(agent), NOW);
  if (typeof result === "string") throw new Error(result);
  agent = result;
  return result;
}

/** What leads to the agent, by the rows of addresses. */
async function leading(): Promise<string[]> {
  const { Items = [] } = await dynamo.db.send(new ScanCommand({ TableName: "addresses" }));
  const rows = Items.filter(({ agent_id }) => agent_id === agent.agent_id);
  return rows.map(({ address }) => String(address)).sort();
}

const listed = (of: Agent) =>
  allOf(of)
    .map(({ address }) => address)
    .sort();

test("whatever is changed, the agent's list and what leads to it are the same", async () => {
  const second = at(`second.${agent.user_id}`);
  await saved((each) => withAddress(each, second, false, NOW));
  expect(await leading()).toEqual([agent.address, second].sort());
  await saved((each) => withEnd(each, second, "2026-12-01T00:00:00.000Z", NOW));
  expect(await addresses.find(second)).toMatchObject({ ends_at: "2026-12-01T00:00:00.000Z" });
  await saved((each) => withFirst(each, second, NOW));
  expect(await addresses.find(second)).not.toHaveProperty("ends_at");
  await saved((each) => withoutAddress(each, at(agent.user_id), NOW));
  expect(await leading()).toEqual([second]);
  expect(await agents.get(agent.user_id, agent.agent_id)).toEqual(agent);
  expect(await both.remove(agent, NOW)).toBe(true);
  expect(await leading()).toEqual([]);
  expect(await agents.get(agent.user_id, agent.agent_id)).toBeUndefined();
});

test("of two changes on top of one state one is made, and the other leaves nothing", async () => {
  const names = [at(`one.${agent.user_id}`), at(`two.${agent.user_id}`)];
  const results = await Promise.all(names.map((name) => both.save(agent, withAddress(agent, name, false, NOW), NOW)));
  expect(results.filter((result) => result === "changed")).toHaveLength(1);
  const [made] = results.flatMap((result) => (typeof result === "string" ? [] : [result]));
  expect(await leading()).toEqual(made && listed(made));
  expect(await agents.get(agent.user_id, agent.agent_id)).toEqual(made);
});

test("a deletion on top of a state that is past deletes nothing", async () => {
  const before = agent;
  await saved((each) => withAddress(each, at(`late.${each.user_id}`), false, NOW));
  expect(await both.remove(before, NOW)).toBe(false);
  expect(await leading()).toEqual(listed(agent));
});

test("a claim that fails takes nothing with it: no agent, no other address, no look", async () => {
  const mine = agent;
  const other = someAgent({ user_id: "rival", agent_id: `rival-${mine.user_id}`, address: mine.address });
  expect(await both.add(other)).toBe("taken");
  expect(await both.add({ ...other, address: at(`${mine.user_id.slice(0, 2)}-${mine.user_id.slice(2)}`) })).toBe(
    "misleading",
  );
  expect(await agents.get("rival", other.agent_id)).toBeUndefined();
  const rival = { ...other, address: at(`rival.${mine.user_id}`) };
  expect(await both.add(rival)).toBeUndefined();
  const list = { address: at(`free.${mine.user_id}`), other_addresses: [{ address: mine.address }] };
  expect(await both.save(rival, list, NOW)).toBe("taken");
  expect(await claims.faultOf("anybody", at(`free.${mine.user_id}`))).toBeUndefined();
  expect(await agents.get("rival", rival.agent_id)).toEqual(rival);
});

test("an agent's row of a release before, which knows one address, is changed like any other", async () => {
  const {
    other_addresses: _,
    addresses_version: __,
    ...old
  } = someAgent({ user_id: "elder", agent_id: "old", address: at("eldername2") });
  await dynamo.db.send(new PutCommand({ TableName: "agents", Item: old }));
  const row = { address: old.address, user_id: "elder", agent_id: "old" };
  await dynamo.db.send(new PutCommand({ TableName: "addresses", Item: row }));
  const read = await agents.get("elder", "old");
  if (read === undefined) throw new Error("The agent is there");
  expect(await both.save(read, withAddress(read, at("elder.chosen"), true, NOW), NOW)).toMatchObject({
    address: at("elder.chosen"),
    other_addresses: [{ address: old.address }],
    addresses_version: 1,
  });
});
