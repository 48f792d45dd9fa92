import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountHandlers } from "../../../functions/account/handler.ts";
import { accountRoutes } from "../../../shared/api/routes/account.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { type CounterField, counterName } from "../../../shared/usage/counter-name.ts";
import { livingUsers } from "../../../shared/users/living-users.ts";
import type { User } from "../../../shared/users/user.ts";
import type { UserStore } from "../../../shared/users/user-store.ts";
import { type AccountWorld, startAccountWorld } from "../../support/account-world.ts";
import { callApi } from "../../support/api-call.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const AT = "2026-11-23T12:00:00.000Z";
const pool = new TestPool();
let world: AccountWorld;
let users: UserStore;
let handler: unknown;
beforeAll(async () => {
  world = await startAccountWorld();
  users = world.deps.users;
  const verify = livingUsers(tokenVerifier(POOL, pool.fetch), users);
  handler = apiHandler(accountRoutes, accountHandlers({ ...world.deps, now: () => new Date(AT) }), verify);
  await add("alice", { email_verified_at: AT });
  await add("bob");
});
afterAll(() => world.stop());

function add(user_id: string, changes: Partial<User> = {}) {
  return users.add({ user_id, email: `${user_id}@people.example`, name: "Someone", created_at: AT, ...changes });
}

/** Adds to one counter of a day, as a settled run does. */
async function count(user_id: string, day: string, field: CounterField, amount: number, model = "gpt-4") {
  const name = counterName({ paidBy: "owner", agentId: "agent1", provider: "openai", model, field });
  await world.db.send(
    new UpdateCommand({
      TableName: "usage",
      Key: { user_id, day },
      UpdateExpression: "ADD #name :amount",
      ExpressionAttributeNames: { "#name": name },
      ExpressionAttributeValues: { ":amount": amount },
    }),
  );
}

const get = (user: string) => callApi(handler, { route: "GET /api/account", token: pool.token(user) });
const patch = (user: string, body: object) =>
  callApi(handler, { route: "PATCH /api/account", token: pool.token(user), body });

test("an account shows the cost of this UTC month, and of no other", async () => {
  await count("alice", "2026-11-01", "mails", 2);
  await count("alice", "2026-11-01", "cost_nano_usd", 20_000_000);
  await count("alice", "2026-11-23", "mails", 1);
  await count("alice", "2026-11-23", "cost_nano_usd", 3_000_000);
  await count("alice", "2026-11-23", "mails", 1, "my-own-model");
  await count("alice", "2026-11-23", "mails_unpriced", 1, "my-own-model");
  await count("alice", "2026-10-31", "mails", 9);
  await count("alice", "2026-10-31", "cost_nano_usd", 900_000_000);
  await count("bob", "2026-11-23", "mails", 1);
  await count("bob", "2026-11-23", "cost_nano_usd", 500_000_000);
  expect(await get("alice")).toMatchObject({
    status: 200,
    json: {
      id: "alice",
      email: "alice@people.example",
      email_verified: true,
      name: "Someone",
      monthly_budget_usd: null,
      month_cost_usd: 0.023,
      month_mails_unpriced: 1,
      platform_key: null,
    },
  });
  expect((await get("bob")).json).toMatchObject({ email_verified: false, month_cost_usd: 0.5 });
});

test("a name and a budget can be changed separately, and a budget can be removed", async () => {
  expect((await patch("alice", { monthlyBudgetUsd: 12.5 })).json).toMatchObject({
    name: "Someone",
    monthly_budget_usd: 12.5,
  });
  expect((await patch("alice", { name: " Alice " })).json).toMatchObject({ name: "Alice", monthly_budget_usd: 12.5 });
  expect((await patch("alice", {})).json).toMatchObject({ name: "Alice", monthly_budget_usd: 12.5 });
  expect((await patch("alice", { monthlyBudgetUsd: null })).json).toMatchObject({ monthly_budget_usd: null });
  expect((await get("bob")).json).toMatchObject({ name: "Someone", monthly_budget_usd: null });
});

test.each([
  ["monthlyBudgetUsd", { monthlyBudgetUsd: -1 }],
  ["monthlyBudgetUsd", { monthlyBudgetUsd: 0 }],
  ["monthlyBudgetUsd", { monthlyBudgetUsd: 100_001 }],
  ["monthlyBudgetUsd", { monthlyBudgetUsd: "10" }],
  ["name", { name: "" }],
  ["name", { name: "two\nlines" }],
  ["email", { email: "other@people.example" }],
])("a wrong %s is refused by name: %j", async (field, body) => {
  expect(await patch("alice", body)).toMatchObject({ status: 400, json: { errors: [{ field }] } });
});

test("a budget too large for a number is refused", async () => {
  const body = '{"monthlyBudgetUsd": 1e999}';
  const answer = await callApi(handler, { route: "PATCH /api/account", token: pool.token("alice"), body });
  expect(answer).toMatchObject({ status: 400, json: { errors: [{ field: "monthlyBudgetUsd" }] } });
});

test("a token whose account is gone, or is being deleted, is refused", async () => {
  await add("leaving", { deleting_at: AT });
  for (const who of ["nobody", "leaving"]) {
    expect(await get(who)).toMatchObject({ status: 401, json: { code: "unauthorized" } });
    expect((await patch(who, { name: "Back" })).status).toBe(401);
  }
  expect(await users.get("nobody")).toBeUndefined();
});

test("raising a budget requeues what was held for it; setting, lowering or keeping one requeues nothing", async () => {
  await add("carol");
  const released = { kind: "release", user_id: "carol", mended: "limits" };
  const steps: [number | null, unknown[]][] = [
    [10, []],
    [20, [released]],
    [20, []],
    [5, []],
    [null, [released]],
    [null, []],
  ];
  await world.runnerJobs();
  for (const [monthlyBudgetUsd, jobs] of steps) {
    expect(await patch("carol", { monthlyBudgetUsd })).toMatchObject({ status: 200 });
    expect(await world.runnerJobs(), `a budget of ${monthlyBudgetUsd}`).toEqual(jobs);
  }
  await patch("carol", { name: "Carol" });
  expect(await world.runnerJobs()).toEqual([]);
});

test("an account shows how much of the month's budget is reserved, and warns if it has no room for one answer", async () => {
  await add("carol");
  await world.db.send(
    new UpdateCommand({
      TableName: "usage",
      Key: { user_id: "carol", day: "month:2026-11" },
      UpdateExpression: "SET committed = :all, #run = :held",
      ExpressionAttributeNames: { "#run": "r:run1" },
      ExpressionAttributeValues: { ":all": 90_000_000, ":held": "owner:40000000" },
    }),
  );
  await count("carol", "2026-11-23", "cost_nano_usd", 20_000_000);
  const key = { ciphertext: new Uint8Array([1]), mask: "sk...", key_fingerprint: "f" };
  const settings = { model_name: "gpt-4", temperature: 0.7, max_tokens: 500 };
  await world.deps.configs.save("carol", "openai", { ...key, ...settings }, new Date(AT));
  const small = (await patch("carol", { monthlyBudgetUsd: 0.02 })).json;
  expect(small).toMatchObject({
    month_cost_usd: 0.02,
    month_set_aside: { open_usd: 0.04, lost_usd: 0.03 },
    warnings: [expect.stringContaining("no room for one answer of gpt-4")],
  });
  expect((await get("carol")).json).toEqual(small);
  expect((await patch("carol", { monthlyBudgetUsd: 5 })).json).toMatchObject({ warnings: [] });
});
