import { afterAll, beforeAll, expect, test } from "vitest";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { AddressStore, isLive } from "../../../shared/agents/address-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
let addresses: AddressStore;
let claims: AddressClaims;

beforeAll(async () => {
  dynamo = await startDynamo({ addresses: { partition: "address" } });
  addresses = new AddressStore(dynamo.db, "addresses");
  claims = new AddressClaims(dynamo.db, "addresses", "agents.example");
});
afterAll(() => dynamo.stop());

const NOW = new Date("2026-11-23T12:00:00.000Z");
const row = (local: string, agent_id: string, user_id = "alice") => ({
  ...{ address: `${local}@agents.example`, user_id, agent_id },
});

test.each([
  [{}, true],
  [{ ends_at: "2026-11-23T12:00:00.001Z" }, true],
  [{ ends_at: "2026-11-23T12:00:00.000Z" }, false],
  [{ until: "2026-12-23T12:00:00.000Z" }, false],
])("an address with %j is live at noon: %j", (ends, live) => {
  expect(isLive(ends, NOW.toISOString())).toBe(live);
});

test.each([
  ["ABCdefghij+Shop@Agents.example", "shop"],
  ["abcdefghij+a+b@agents.example", "a+b"],
  ["abcdefghij+a=b.c_d-e@agents.example", "a=b.c_d-e"],
  ["abcdefghij+@agents.example", undefined],
  ["ABCdefghij@Agents.Example", undefined],
  [`abcdefghij+${"t".repeat(64)}@agents.example`, "t".repeat(64)],
])("an address is found as a sender may write it, with a tag: %s", async (recipient, tag) => {
  await claims.claim(row("abcdefghij", "a1"));
  expect(await addresses.find(recipient)).toEqual({ ...row("abcdefghij", "a1"), tag });
});

test("a chosen address is found with a tag", async () => {
  const chosen = row("Support-Acme_2.x".toLowerCase(), "a1");
  await claims.claim(chosen);
  expect(await addresses.find("Support-Acme_2.x+Bar-1@agents.example")).toEqual({ ...chosen, tag: "bar-1" });
});

test.each([
  `abcdefghij+${"t".repeat(65)}@agents.example`,
  "+abcdefghij@agents.example",
  "abcdefghij+a b@agents.example",
  'abcdefghij+"a"@agents.example',
  "abcdefghij+é@agents.example",
  "abcdefghij+a@b@agents.example",
  "abcdefghij-a@agents.example",
  "",
  "nobody@agents.example",
  "a b@agents.example",
  "no-at-sign",
  `"abcdefghij"@agents.example`,
  "é@agents.example",
  "look:00000000000000000000000000000000",
])("nobody is found at %j", async (recipient) => {
  await claims.claim(row("abcdefghij", "a1"));
  expect(await addresses.find(recipient)).toBeUndefined();
});
