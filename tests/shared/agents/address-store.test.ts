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

test.each([
  ["ABCdefghij+Shop@Agents.example", "shop"],
  ["abcdefghij+a+b@agents.example", "a+b"],
  ["abcdefghij+a=b.c_d-e@agents.example", "a=b.c_d-e"],
  ["abcdefghij+@agents.example", undefined],
  [`abcdefghij+${"t".repeat(64)}@agents.example`, "t".repeat(64)],
])("an address is found with a tag: %s", async (recipient, tag) => {
  await addresses.claim(row("abcdefghij", "a1"));
  expect(await addresses.find(recipient)).toEqual({ ...row("abcdefghij", "a1"), tag });
});

test.each([
  `abcdefghij+${"t".repeat(65)}@agents.example`,
  "+abcdefghij@agents.example",
  "abcdefghij+a b@agents.example",
  'abcdefghij+"a"@agents.example',
  "abcdefghij+é@agents.example",
  "abcdefghij+a@b@agents.example",
  "abcdefghij-a@agents.example",
])("an address with the invalid tag %s finds nobody", async (recipient) => {
  await addresses.claim(row("abcdefghij", "a1"));
  expect(await addresses.find(recipient)).toBeUndefined();
});

test("a retired address is known by a tag too", async () => {
  const gone = row("gonewithtag", "a1");
  await addresses.claim(gone);
  await addresses.retire(gone, new Date("2026-11-23T12:00:00.000Z"));
  expect(await addresses.find("gonewithtag+x@agents.example")).toMatchObject({ until: "2026-11-23T12:00:00.000Z" });
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
