import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usageHandlers } from "../../../functions/usage/handler.ts";
import { usageRoutes } from "../../../shared/api/routes/usage.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { Reservations } from "../../../shared/usage/reservations.ts";
import { UsageReader } from "../../../shared/usage/usage-reader.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { POOL, TestPool } from "../../support/tokens.ts";
import { bounds, spentOn } from "../../support/usage.ts";

const pool = new TestPool();
const route = "GET /api/usage";
let dynamo: TestDynamo;
let handler: unknown;

/** One answered mail, counted as the runner counts it. */
async function count(userId: string, runId: string, model: string, cost_nano_usd: number) {
  const reservations = new Reservations(dynamo.db, "usage");
  const slot = { userId, day: "2026-11-23", runId, agentId: "agent1" };
  await reservations.reserve(slot, bounds());
  const counters = { mails: 1, tokens_in: 100, tokens_out: 20, cost_nano_usd };
  await reservations.settle(slot, [spentOn(counters, { model })]);
}

beforeAll(async () => {
  dynamo = await startDynamo({ usage: { partition: "user_id", sort: "day" } });
  const handlers = usageHandlers({ usage: new UsageReader(dynamo.db, "usage"), now: () => new Date() });
  handler = apiHandler(usageRoutes, handlers, tokenVerifier(POOL, pool.fetch));
  await count("alice", "run1", "gpt-4", 20_000_000);
  await count("alice", "run2", "gpt-4", 20_000_000);
  await count("alice", "run3", "gpt-3.5-turbo", 3_000_000);
  await count("bob", "run4", "gpt-4", 999_000_000);
});
afterAll(() => dynamo.stop());

const days = { from: "2026-11-01", to: "2026-11-30" };

test("a report shows what the runner counted for this user, and for no other", async () => {
  const query = { ...days, group_by: "model" };
  const { status, json } = await callApi(handler, { route, token: pool.token("alice"), query });
  expect(status).toBe(200);
  expect(json).toMatchObject({
    ...query,
    total: { mails: 3, tokens_in: 300, tokens_out: 60, cost_usd: 0.043, calls_lost: 0 },
    groups: [
      { key: "gpt-3.5-turbo", mails: 1, cost_usd: 0.003 },
      { key: "gpt-4", mails: 2, cost_usd: 0.04 },
    ],
  });
});

test("a user without use gets an empty report", async () => {
  const { json } = await callApi(handler, { route, token: pool.token("carol"), query: days });
  expect(json).toMatchObject({ group_by: "day", total: { mails: 0, cost_usd: null }, groups: [] });
});

test.each([
  [{ from: "2026-11-02", to: "2026-11-01" }, "from"],
  [{ from: "yesterday" }, "from"],
  [{ to: "2026-02-30" }, "to"],
  [{ group_by: "owner" }, "group_by"],
  [{ user_id: "bob" }, "user_id"],
])("the query %j is refused by the name of its field", async (query, field) => {
  const answer = await callApi(handler, { route, token: pool.token("alice"), query: { ...query } });
  expect(answer).toMatchObject({ status: 400, json: { code: "invalid_request", errors: [{ field }] } });
});

describe("a report as CSV", () => {
  const csv = async (group_by: string) =>
    callApi(handler, {
      route,
      token: pool.token("alice"),
      query: { ...days, group_by },
      headers: { accept: "text/csv" },
    });

  test("has a line for each group, and is marked as a CSV file to save", async () => {
    const { status, headers, text: body } = await csv("model");
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="usage.csv"',
      vary: "accept",
    });
    const [names, ...rows] = body.split("\r\n");
    expect(names).toBe(
      "key,mails,mails_platform,tokens_in,tokens_out,tokens_cached,tokens_reasoning,cost_usd,platform_cost_usd,mails_unpriced,calls_lost",
    );
    expect(rows).toEqual(["gpt-3.5-turbo,1,0,100,20,0,0,0.003,0,0,0", "gpt-4,2,0,200,40,0,0,0.04,0,0,0", ""]);
  });

  test("writes a model name that looks like a formula as text", async () => {
    await count("eve", "run5", '=cmd|"/c calc"!A1', 1);
    const { text: body } = await callApi(handler, {
      route,
      token: pool.token("eve"),
      query: { ...days, group_by: "model" },
      headers: { accept: "text/csv" },
    });
    expect(body).toContain(`\r\n"'=cmd|""/c calc""!A1",1,`);
  });

  test("is not returned for a refused query", async () => {
    expect(await csv("owner")).toMatchObject({ status: 400, json: { code: "invalid_request" } });
  });
});
