import { afterAll, beforeAll, expect, test } from "vitest";
import { AddressStore } from "../../../shared/agents/address-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
let addresses: AddressStore;

beforeAll(async () => {
  dynamo = await startDynamo({ addresses: { partition: "address" } });
  addresses = new AddressStore(dynamo.db, "addresses");
});
afterAll(() => dynamo.stop());

const row = (local: string, agent_id: string) => ({ address: `${local}@agents.example`, user_id: "alice", agent_id });

test("an address goes to the first who claims it, and to no one else", async () => {
  const claims = ["a1", "a2", "a3"].map((agent) => addresses.claim(row("first", agent)));
  expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
});

test("a claim may be repeated, since its first answer may be lost", async () => {
  expect(await addresses.claim(row("repeated", "a1"))).toBe(true);
  expect(await addresses.claim(row("repeated", "a1"))).toBe(true);
});

test("an address is found as a sender may write it, in any case", async () => {
  await addresses.claim(row("abcdefghij", "a1"));
  expect(await addresses.find("ABCdefghij@Agents.Example")).toEqual(row("abcdefghij", "a1"));
});

test.each(["", "nobody@agents.example", "a b@agents.example", "no-at-sign", `"a"@agents.example`, "é@agents.example"])(
  "nobody is found at %j",
  async (recipient) => {
    expect(await addresses.find(recipient)).toBeUndefined();
  },
);

test("a retired address keeps its row, its first date, and is never given out again", async () => {
  const agent = row("retired", "a1");
  await addresses.claim(agent);
  await addresses.retire(agent, new Date("2026-11-23T12:00:00.000Z"));
  await addresses.retire(agent, new Date("2026-11-24T12:00:00.000Z"));
  expect(await addresses.find(agent.address)).toEqual({ ...agent, until: "2026-11-23T12:00:00.000Z" });
  expect(await addresses.claim(row("retired", "a2"))).toBe(false);
});

test("one agent cannot retire another's address", async () => {
  await addresses.claim(row("kept", "a1"));
  await expect(addresses.retire(row("kept", "a2"), new Date())).rejects.toThrow();
  expect((await addresses.find("kept@agents.example"))?.until).toBeUndefined();
});
