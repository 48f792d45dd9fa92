import { afterAll, beforeAll, expect, test } from "vitest";
import { type FindsAgents, findAgent } from "../../../functions/mail-router/find-agent.ts";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { AddressStore } from "../../../shared/agents/address-store.ts";
import { domainRow } from "../../../shared/domains/domain.ts";
import { HolderStore } from "../../../shared/domains/holder-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

const NOW = new Date("2026-11-29T06:00:00.000Z");
const at = NOW.toISOString();

let dynamo: TestDynamo;
let claims: AddressClaims;
let deps: FindsAgents & { holders: HolderStore };
beforeAll(async () => {
  dynamo = await startDynamo({ addresses: { partition: "address" }, holders: { partition: "domain" } });
  const { db } = dynamo;
  claims = new AddressClaims(db, "addresses", "agents.example");
  deps = {
    addresses: new AddressStore(db, "addresses"),
    holders: new HolderStore(db, "holders"),
    mailDomain: "agents.example",
  };
});
afterAll(() => dynamo.stop());

function claim(user_id: string, domain: string, catch_all_agent: string | null = null) {
  const given = { user_id, domain, claim_id: `claim-of-${user_id}`, token: "t", state: "proven", catch_all_agent };
  return domainRow.parse({ ...given, created_at: at, next_check_at: at });
}

test("an address on an own domain is its owner's while they hold the domain, and nobody's otherwise", async () => {
  const address = "support@bakery.example";
  await claims.claim({ address, user_id: "alice", agent_id: "one" });
  expect(await findAgent(address, at, deps)).toBeUndefined();
  await deps.holders.take(claim("alice", "bakery.example"), undefined, NOW);
  expect(await findAgent("Support+Shop@Bakery.Example", at, deps)).toMatchObject({ agent_id: "one", tag: "shop" });
  expect(await findAgent("sales@bakery.example", at, deps)).toBeUndefined();
  expect(await findAgent("support@shop.bakery.example", at, deps)).toBeUndefined();

  await deps.holders.update({ ...claim("alice", "bakery.example"), state: "lost" }, NOW);
  expect(await findAgent(address, at, deps)).toBeUndefined();
  await deps.holders.take(claim("bob", "bakery.example"), await deps.holders.get("bakery.example"), NOW);
  expect(await findAgent(address, at, deps)).toBeUndefined();
});

test("an unknown address goes to the domain's agent for all others, if its owner has chosen one", async () => {
  await deps.holders.take(claim("alice", "shop.example", "two"), undefined, NOW);
  expect(await findAgent("Anything@shop.example", at, deps)).toEqual({
    address: "anything@shop.example",
    user_id: "alice",
    agent_id: "two",
    answers: false,
    tag: undefined,
  });
  expect(await findAgent('"a b"@shop.example', at, deps)).toBeUndefined();
  // A former owner's address is like any other unknown one.
  await claims.claim({ address: "old@shop.example", user_id: "mallory", agent_id: "three" });
  expect(await findAgent("old@shop.example", at, deps)).toMatchObject({ user_id: "alice", agent_id: "two" });
});
