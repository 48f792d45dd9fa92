import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { agentHandlers } from "../../../functions/agents/handler.ts";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { MAX_ADDRESSES } from "../../../shared/agents/address-list.ts";
import { AddressStore } from "../../../shared/agents/address-store.ts";
import { AgentAddresses } from "../../../shared/agents/agent-addresses.ts";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { addressCheck, addressList } from "../../../shared/api/address-schemas.ts";
import { agentRow } from "../../../shared/api/agent-schemas.ts";
import { addressRoutes, agentRoutes } from "../../../shared/api/routes/agents.ts";
import { BlockList } from "../../../shared/correspondents/block-list.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { ADDRESS_CHECKS, ADDRESS_CLAIMS, type Allowance, HourlyLimit } from "../../../shared/limits/hourly-limit.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { MARK_TABLES } from "../../support/tables.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
let dynamo: TestDynamo;
let addresses: AddressStore;
let claims: AddressClaims;
let handler: unknown;
beforeAll(async () => {
  dynamo = await startDynamo({
    agents: { partition: "user_id", sort: "agent_id" },
    addresses: { partition: "address" },
    ...MARK_TABLES,
  });
  addresses = new AddressStore(dynamo.db, "addresses");
  claims = new AddressClaims(dynamo.db, "addresses", "agents.example");
  const limit = (allowance: Allowance) => new HourlyLimit(dynamo.db, "hourly-limits", allowance);
  const handlers = agentHandlers({
    agents: new AgentStore(dynamo.db, "agents"),
    claims,
    agentAddresses: new AgentAddresses(dynamo.db, "agents", claims),
    addressChecks: limit(ADDRESS_CHECKS),
    addressClaims: limit(ADDRESS_CLAIMS),
    domains: { shared: "agents.example", isOwn: async (user, domain) => domain === `${user}.example` },
    blocked: new BlockList(dynamo.db, "blocked"),
    jobs: { requeueHeld: async () => undefined },
    now: () => new Date(),
  });
  handler = apiHandler({ ...agentRoutes, ...addressRoutes }, handlers, tokenVerifier(POOL, pool.fetch));
});
afterAll(() => dynamo.stop());

const AGENTS = "/api/automation/agents";
const at = (name: string) => `${name}@agents.example`;
const create = (who: string, address?: string) =>
  callApi(handler, {
    route: `POST ${AGENTS}`,
    token: pool.token(who),
    body: { name: "Support", type: "email_inbound", ...(address !== undefined && { address }) },
  });
const made = async (who: string, address?: string) => agentRow.parse((await create(who, address)).json);
const check = async (who: string, address: string) =>
  callApi(handler, { route: "GET /api/automation/addresses/{address}", token: pool.token(who), params: { address } });
const reasonFor = async (who: string, address: string) => addressCheck.parse((await check(who, address)).json).reason;
const list = (who: string, id: string) =>
  callApi(handler, { route: `GET ${AGENTS}/{id}/addresses`, token: pool.token(who), params: { id } });
const add = (who: string, id: string, body: object) =>
  callApi(handler, { route: `POST ${AGENTS}/{id}/addresses`, token: pool.token(who), params: { id }, body });
const change = (who: string, method: string, id: string, address: string, body?: object) =>
  callApi(handler, {
    route:
      method === "POST"
        ? `POST ${AGENTS}/{id}/addresses/{address}/replace`
        : `${method} ${AGENTS}/{id}/addresses/{address}`,
    token: pool.token(who),
    params: { id, address },
    body,
  });
const shown = (json: unknown) =>
  addressList.parse(json).addresses.map(({ address, is_primary, state }) => [address, is_primary, state]);

describe("an address that its owner chooses", () => {
  test.each([
    ["Support-Bakery", "support-bakery"],
    ["  support.florist ", "support.florist"],
    [at("Support_Garage"), "support_garage"],
    ["h".repeat(64), "h".repeat(64)],
  ])("is theirs, asked for as %j", async (asked, name) => {
    expect(await made("alice", asked)).toMatchObject({ address: at(name), other_addresses: [] });
    expect(await addresses.find(at(`${name}+tag`))).toMatchObject({ user_id: "alice", tag: "tag" });
  });

  test.each([
    ["café", "form"],
    ["ab", "form"],
    ["a".repeat(65), "form"],
    ["acme.", "form"],
    ["ac me", "form"],
    ['"acme"', "form"],
    ["acme+x", "form"],
    ["acme@elsewhere.example", "domain"],
    ["acme@agents.example.", "domain"],
    ["acme@bob.example", "domain"],
  ])("is refused as bad input: %j", async (asked, reason) => {
    expect(await reasonFor("alice", asked)).toBe(reason);
    const answer = await create("alice", asked);
    expect(answer).toMatchObject({ status: 400, json: { code: "invalid_request", errors: [{ field: "address" }] } });
  });

  test.each(["postmaster", "POSTMASTER", "abuse-team", "no-reply", "Adm1n", at("security"), "notices"])(
    "is refused as reserved: %j",
    async (asked) => {
      expect(await reasonFor("alice", asked)).toBe("reserved");
      expect(await create("alice", asked)).toMatchObject({ status: 409, json: { code: "address_reserved" } });
    },
  );

  test("is taken once it is another owner's, and what looks like it is misleading, but not to its owner", async () => {
    await made("bella", "tavern-desk");
    expect([await reasonFor("mallory", "Tavern-Desk"), await reasonFor("mallory", "tavern.d3sk")]).toEqual([
      "taken",
      "misleading",
    ]);
    expect(await create("mallory", "tavern-desk")).toMatchObject({ status: 409, json: { code: "address_taken" } });
    expect(await create("mallory", "ta-vern-desk")).toMatchObject({
      status: 409,
      json: { code: "address_misleading" },
    });
    expect([await reasonFor("bella", "tavern-desk"), await reasonFor("bella", "tavern.desk")]).toEqual(["yours", null]);
    expect(await create("bella", "tavern-desk")).toMatchObject({ status: 409, json: { code: "conflict" } });
  });

  test("is one's alone of two owners who ask at once", async () => {
    const answers = await Promise.all(["carl", "dora", "emil"].map((who) => create(who, "museum-desk")));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test("on a domain of one's own has no reserved names and no look-alikes", async () => {
    expect(await made("gina", "security@gina.example")).toMatchObject({ address: "security@gina.example" });
    expect(await reasonFor("hugo", "me@hugo.example")).toBeNull();
  });

  test("that is free says so, and how it would stand", async () => {
    const { json } = await check("alice", "Fresh-Name");
    expect(json).toEqual({ address: at("fresh-name"), available: true, reason: null, message: null });
  });

  test("of a deleted agent is nobody else's, and its owner's to take back", async () => {
    const { id } = await made("ines", "orchard-desk");
    await callApi(handler, { route: `DELETE ${AGENTS}/{id}`, token: pool.token("ines"), params: { id } });
    expect(await reasonFor("mallory", "orchard-desk")).toBe("taken");
    expect(await reasonFor("ines", "orchard-desk")).toBeNull();
    expect((await create("ines", "orchard-desk")).status).toBe(201);
  });
});

describe("the addresses of an agent", () => {
  test("are several, one of them the primary one", async () => {
    const agent = await made("karl", "karls-bakery");
    const second = await add("karl", agent.id, { address: "karls-cafe" });
    expect(second.status).toBe(201);
    expect(shown(second.json)).toEqual([
      [at("karls-bakery"), true, "active"],
      [at("karls-cafe"), false, "active"],
    ]);
    expect(shown((await add("karl", agent.id, { isPrimary: true })).json)).toEqual([
      [expect.stringMatching(/^[a-z2-9]{10}@/), true, "active"],
      [at("karls-bakery"), false, "active"],
      [at("karls-cafe"), false, "active"],
    ]);
    const primary = await change("karl", "PATCH", agent.id, "karls-cafe", { isPrimary: true });
    expect(shown(primary.json)[0]).toEqual([at("karls-cafe"), true, "active"]);
    expect((await list("karl", agent.id)).json).toEqual(primary.json);
    expect(await add("karl", agent.id, { address: "karls-cafe" })).toMatchObject({ json: { code: "conflict" } });
  });

  test("have a limit", async () => {
    const { id } = await made("lena");
    for (let count = 1; count < MAX_ADDRESSES; count += 1) expect((await add("lena", id, {})).status).toBe(201);
    expect(await add("lena", id, {})).toMatchObject({ status: 409, json: { code: "limit_reached" } });
    expect(await add("lena", id, { address: "lenas-last" })).toMatchObject({
      status: 409,
      json: { code: "limit_reached" },
    });
    expect(await reasonFor("anybody", "lenas-last")).toBeNull();
  });

  test("end when their owner says, and not before", async () => {
    const { id } = await made("mona", "monas-old");
    const replaced = await change("mona", "POST", id, "monas-old", { address: "monas-new", keepDays: 30 });
    expect(shown(replaced.json)).toEqual([
      [at("monas-new"), true, "active"],
      [at("monas-old"), false, "ending"],
    ]);
    vi.setSystemTime(Date.now() + 31 * 24 * 3_600_000);
    expect(shown((await list("mona", id)).json)[1]).toEqual([at("monas-old"), false, "ended"]);
    expect(await change("mona", "PATCH", id, "monas-old", { endsInDays: null })).toMatchObject({ status: 404 });
    expect(await reasonFor("mallory", "monas-old")).toBe("taken");
    expect((await change("mona", "DELETE", id, "monas-old")).status).toBe(204);
    vi.useRealTimers();
    expect(await reasonFor("mallory", "monas-old")).toBe("taken");
    expect(shown((await list("mona", id)).json)).toEqual([[at("monas-new"), true, "active"]]);
  });

  test("are replaced at once, by a random one, or without an end", async () => {
    const { id, address } = await made("nora");
    const now = shown((await change("nora", "POST", id, address, { keepDays: 0 })).json);
    expect(now).toEqual([[expect.not.stringMatching(address), true, "active"]]);
    expect(await addresses.find(address)).toBeUndefined();
    const [first = ""] = now[0] ?? [];
    const renamed = await change("nora", "POST", id, String(first), { address: "noras-name", keepDays: null });
    expect(shown(renamed.json)).toEqual([
      [at("noras-name"), true, "active"],
      [first, false, "active"],
    ]);
  });

  test("take an end, and lose it again", async () => {
    const { id } = await made("olga", "olgas-first");
    await add("olga", id, { address: "olgas-second" });
    const ending = await change("olga", "PATCH", id, "olgas-second", { endsInDays: 90 });
    expect(shown(ending.json)[1]).toEqual([at("olgas-second"), false, "ending"]);
    expect(shown((await change("olga", "PATCH", id, "olgas-second", { endsInDays: null })).json)[1]?.[2]).toBe(
      "active",
    );
    for (const endsInDays of [0, 91, -1, 1.5, "3"]) {
      expect((await change("olga", "PATCH", id, "olgas-second", { endsInDays })).status).toBe(400);
    }
    for (const refused of ["PATCH", "DELETE"]) {
      const answer = await change(
        "olga",
        refused,
        id,
        "olgas-first",
        refused === "PATCH" ? { endsInDays: 3 } : undefined,
      );
      expect(answer).toMatchObject({ status: 409, json: { detail: expect.stringContaining("first address") } });
    }
  });

  test("of another user's agent are answered about like those of none, byte for byte", async () => {
    const { id } = await made("petra", "petras-shop");
    const ask = async (id: string) => [
      (await list("mallory", id)).text,
      (await add("mallory", id, { address: "mine-now" })).text,
      (await change("mallory", "PATCH", id, "petras-shop", { isPrimary: true })).text,
      (await change("mallory", "DELETE", id, "petras-shop")).text,
      (await change("mallory", "POST", id, "petras-shop", { keepDays: 0 })).text,
    ];
    const foreign = await ask(id);
    expect(foreign).toEqual(await ask("nothing"));
    expect(new Set(foreign).size).toBe(1);
    expect(await reasonFor("anybody", "mine-now")).toBeNull();
    expect(shown((await list("petra", id)).json)).toEqual([[at("petras-shop"), true, "active"]]);
  });
});

describe("somebody who tries names", () => {
  test("is stopped after 120 looks in an hour, which names that say it themselves do not use up", async () => {
    vi.setSystemTime(new Date("2026-11-29T12:00:00.000Z"));
    const left = new HourlyLimit(dynamo.db, "hourly-limits", ADDRESS_CHECKS);
    for (let count = 1; count < ADDRESS_CHECKS.perHour; count += 1) await left.take("quentin", new Date());
    for (const name of ["postmaster", "ab", "x@elsewhere.example"])
      expect((await check("quentin", name)).status).toBe(200);
    expect((await check("quentin", "some-name")).status).toBe(200);
    const refused = await check("quentin", "other-name");
    expect(refused).toMatchObject({ status: 429, json: { code: "too_many_requests" } });
    expect((await check("quentin", "postmaster")).status).toBe(200);
    vi.useRealTimers();
  });

  test("claims 20 in an hour, and one that is taken counts", async () => {
    vi.setSystemTime(new Date("2026-11-29T12:00:00.000Z"));
    await made("rosa", "rosas-place");
    const left = new HourlyLimit(dynamo.db, "hourly-limits", ADDRESS_CLAIMS);
    for (let count = 1; count < ADDRESS_CLAIMS.perHour; count += 1) await left.take("sam", new Date());
    expect(await create("sam", "rosas-place")).toMatchObject({ json: { code: "address_taken" } });
    expect(await create("sam", "sams-place")).toMatchObject({ status: 429 });
    expect((await create("sam")).status).toBe(201);
    vi.useRealTimers();
  });
});
