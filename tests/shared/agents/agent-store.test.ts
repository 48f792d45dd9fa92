import { afterAll, beforeAll, expect, test } from "vitest";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { someAgent } from "../../support/agents.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
let agents: AgentStore;

beforeAll(async () => {
  dynamo = await startDynamo({ agents: { partition: "user_id", sort: "agent_id" } });
  agents = new AgentStore(dynamo.db, "agents");
});
afterAll(() => dynamo.stop());

test("an agent is read back as it was written, by its owner only", async () => {
  const agent = someAgent();
  await agents.add(agent);
  expect(await agents.get("alice", "agent1")).toEqual(agent);
  expect(await agents.get("bob", "agent1")).toBeUndefined();
});

test("a list is oldest first and goes on past DynamoDB's page of 1 MB", async () => {
  const count = 40;
  const instructions = "€".repeat(12_000);
  for (let i = 0; i < count; i += 1) {
    const created_at = new Date(1_795_435_200_000 - i * 1000).toISOString();
    await agents.add(someAgent({ user_id: "many", agent_id: `a${i}`, instructions, created_at }));
  }
  const list = await agents.list("many");
  expect(list.map(({ agent_id }) => agent_id)).toEqual(Array.from({ length: count }, (_, i) => `a${count - 1 - i}`));
  expect(await agents.count("many")).toBe(count);
});

test("a patch changes what it names, null too, and only in its owner's row", async () => {
  const agent = someAgent({ user_id: "carol", provider: "openai" });
  await agents.add(agent);
  const now = new Date("2026-11-24T00:00:00.000Z");
  expect(await agents.patch("dave", "agent1", { name: "Mine" }, now)).toBeUndefined();
  const patched = await agents.patch("carol", "agent1", { provider: null, is_active: false, name: undefined }, now);
  expect(patched).toEqual({ ...agent, provider: null, is_active: false, updated_at: now.toISOString() });
});

test("another user's removal removes nothing", async () => {
  await agents.add(someAgent({ user_id: "erin" }));
  await agents.remove("frank", "agent1");
  expect(await agents.get("erin", "agent1")).toBeDefined();
  await agents.remove("erin", "agent1");
  expect(await agents.get("erin", "agent1")).toBeUndefined();
});
