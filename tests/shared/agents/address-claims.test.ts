import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { AddressStore } from "../../../shared/agents/address-store.ts";
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
/** As a release before chosen addresses wrote it. */
const putOld = (item: object) => dynamo.db.send(new PutCommand({ TableName: "addresses", Item: item }));

describe("a claim", () => {
  test("goes to the first of many owners at once, and leaves nothing of the others", async () => {
    const users = ["u1", "u2", "u3", "u4"];
    const faults = await Promise.all(users.map((user) => claims.claim(row("first", `a-${user}`, user))));
    expect(faults.filter((fault) => fault === undefined)).toHaveLength(1);
    expect(faults.filter((fault) => fault === "taken")).toHaveLength(3);
    const winner = users[faults.indexOf(undefined)];
    const { Items = [] } = await dynamo.db.send(new ScanCommand({ TableName: "addresses" }));
    const of = Items.filter(({ user_id }) => users.includes(user_id));
    expect(of.map(({ user_id }) => user_id)).toEqual([winner, winner]);
  });

  test("of two look-alikes by two owners at once is one's, and nothing of the other stays", async () => {
    const names = ["race-one", "raceone", "race.0ne", "rac3_one"];
    const faults = await Promise.all(names.map((name, at) => claims.claim(row(name, `a${at}`, `racer${at}`))));
    expect(faults.filter((fault) => fault === undefined)).toHaveLength(1);
    expect(faults.filter((fault) => fault === "misleading")).toHaveLength(3);
    const found = await Promise.all(names.map((name) => addresses.find(`${name}@agents.example`)));
    expect(found.filter(Boolean)).toHaveLength(1);
  });

  test("may be repeated, since its first answer may be lost", async () => {
    expect(await claims.claim(row("repeated", "a1"))).toBeUndefined();
    expect(await claims.claim(row("repeated", "a1"))).toBeUndefined();
  });

  test("fails for another agent of the same owner, and for look-alikes it does not", async () => {
    await claims.claim(row("mine-one", "a1"));
    expect(await claims.claim(row("mine-one", "a2"))).toBe("taken");
    expect(await claims.claim(row("mine.one", "a2"))).toBeUndefined();
  });

  test("on a domain of an owner's own knows no look-alikes", async () => {
    const own = (user_id: string, local: string) => ({
      ...row(local, `a${user_id}`, user_id),
      address: `${local}@${user_id}.example`,
    });
    for (const user of ["eve", "ivo"]) expect(await claims.claim(own(user, "security"))).toBeUndefined();
    expect(await claims.claim({ ...own("ivo", "x"), address: "secur1ty@eve.example" })).toBeUndefined();
    expect(await claims.claim({ ...own("ivo", "x"), address: "security@eve.example" })).toBe("taken");
  });
});

describe("an address that its owner gave up", () => {
  test("leads nowhere, leaves a hash, and is nobody else's for ever, nor is what looks like it", async () => {
    await claims.claim(row("given-up", "a1"));
    await claims.end(row("given-up", "a1"), NOW);
    await claims.end(row("given-up", "a1"), NOW);
    expect(await addresses.find("given-up@agents.example")).toBeUndefined();
    expect(await claims.claim(row("given-up", "b1", "bob"))).toBe("misleading");
    expect(await claims.faultOf("bob", "given-up@agents.example")).toBe("taken");
    expect(await claims.faultOf("bob", "givenup@agents.example")).toBe("misleading");
    const { Items = [] } = await dynamo.db.send(new ScanCommand({ TableName: "addresses" }));
    expect(JSON.stringify(Items)).not.toMatch(/given.?up/);
  });

  test("may be taken back by them", async () => {
    await claims.claim(row("back-again", "a1"));
    await claims.end(row("back-again", "a1"), NOW);
    expect(await claims.faultOf("alice", "back-again@agents.example")).toBeUndefined();
    expect(await claims.claim(row("back-again", "a2"))).toBeUndefined();
    expect(await addresses.find("back-again@agents.example")).toMatchObject({ agent_id: "a2" });
  });

  test("keeps another agent's hands off: one agent cannot end another's", async () => {
    await claims.claim(row("kept", "a1"));
    await claims.end(row("kept", "a2"), NOW);
    expect(await addresses.find("kept@agents.example")).toMatchObject({ agent_id: "a1" });
  });
});

describe("a row of an older release", () => {
  test("works, ends, and is nobody else's afterwards", async () => {
    await putOld(row("oldrandom2", "a1"));
    expect(await addresses.find("oldrandom2@agents.example")).toMatchObject({ agent_id: "a1" });
    expect(await claims.faultOf("bob", "oldrandom2@agents.example")).toBe("taken");
    await claims.end(row("oldrandom2", "a1"), NOW);
    expect(await claims.claim(row("oldrandom2", "b1", "bob"))).toBe("misleading");
  });

  test("that it retired is its owner's to take back, and nobody else's", async () => {
    await putOld({ ...row("oldretired", "a1"), until: NOW.toISOString() });
    expect(await claims.claim(row("oldretired", "b1", "bob"))).toBe("taken");
    expect(await claims.faultOf("bob", "oldretired@agents.example")).toBe("taken");
    expect(await claims.claim(row("oldretired", "a2"))).toBeUndefined();
    expect(await addresses.find("oldretired@agents.example")).not.toHaveProperty("until");
  });

  test("keeps its row at its end where another owner has claimed its look", async () => {
    await putOld(row("oldseen222", "a1"));
    expect(await claims.claim(row("old-seen222", "b1", "bob"))).toBeUndefined();
    await claims.end(row("oldseen222", "a1"), NOW);
    expect(await addresses.find("oldseen222@agents.example")).toMatchObject({ until: NOW.toISOString() });
    expect(await claims.claim(row("oldseen222", "b1", "bob"))).toBe("taken");
  });
});
