import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import type * as z from "zod/mini";
import { accountHandlers } from "../../../functions/account/handler.ts";
import { exportPage } from "../../../shared/api/account-schemas.ts";
import { accountRoutes } from "../../../shared/api/routes/account.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { MailboxStore } from "../../../shared/mailboxes/mailbox-store.ts";
import { QuietThreads } from "../../../shared/quiet/quiet-threads.ts";
import { DenyList } from "../../../shared/senders/deny-list.ts";
import { TokenStore } from "../../../shared/tokens/token-store.ts";
import { counterName } from "../../../shared/usage/counter-name.ts";
import { newDelivery } from "../../../shared/webhooks/delivery-store.ts";
import { type AccountWorld, startAccountWorld } from "../../support/account-world.ts";
import { someAgent } from "../../support/agents.ts";
import { callApi } from "../../support/api-call.ts";
import { someToken } from "../../support/api-tokens.ts";
import { sealedConfig } from "../../support/configs.ts";
import { CODE, SUPPORT, someMailbox, someResult } from "../../support/mailboxes.ts";
import { answer, payer, RECEIVED_AT, read, someRun } from "../../support/runs.ts";
import { POOL, TestPool } from "../../support/tokens.ts";
import { someEndpoint } from "../../support/webhooks.ts";

const pool = new TestPool();
const NOW = new Date("2026-11-24T12:00:00.000Z");
const KEY = "sk-test-alice-0123456789abcdef";
const MAILS = 130;
let world: AccountWorld;
let handler: unknown;
beforeAll(async () => {
  world = await startAccountWorld();
  const handlers = accountHandlers({ ...world.deps, now: () => NOW });
  handler = apiHandler(accountRoutes, handlers, tokenVerifier(POOL, pool.fetch));
  for (const user_id of ["alice", "bob"]) await fill(user_id);
});
afterAll(() => world.stop());

async function fill(user_id: string) {
  const { users, configs, agents, runs, blocked, endpoints, deliveries } = world.deps;
  await new DenyList(world.db, "denied-senders").add(user_id, "agent1", [`spam.${user_id}.example`], NOW);
  await new TokenStore(world.db, "api-tokens").add(someToken({ user_id }));
  await users.add({ user_id, email: `${user_id}@people.example`, name: user_id, created_at: RECEIVED_AT });
  await configs.save(user_id, "openai", sealedConfig(KEY), NOW);
  const other_addresses = [{ address: `second.${user_id}@agents.example` }];
  await agents.add(someAgent({ user_id, name: `Agent of ${user_id}`, other_addresses }));
  const ids = Array.from({ length: MAILS }, (_, i) => `2026112312-${String(i).padStart(3, "0")}`);
  const run = someRun({ user_id, state: "replied", ...read, payer, answer });
  const oldest = { received_at: "2026-01-01T00:00:00.000Z" };
  await Promise.all(ids.map((run_id, i) => runs.add({ ...run, run_id, ...(i === 0 && oldest) })));
  for (const day of ["2026-11-22", "2026-11-23", "cap:2026-11-23:x"]) await count(user_id, day);
  const blocked_at = RECEIVED_AT;
  const mailboxes = new MailboxStore(world.db, "mailboxes");
  await mailboxes.record(await mailboxes.startTest(someMailbox({ user_id })), someResult());
  const asks = { user_id, agent_id: "agent1", run_id: "r1", service: "Gmail", code: "123456" };
  await mailboxes.keepConfirmation({ ...asks, received_at: RECEIVED_AT, expires_at: NOW.getTime() / 1000 });
  await new QuietThreads(world.db, "quiet-threads").silence(user_id, "agent1", "thread1", "asked", NOW);
  await blocked.add(user_id, "gone", { address: "x@y.example", reason: "bounced", run_id: "r1", blocked_at });
  await endpoints.add(someEndpoint({ user_id }));
  const event = { userId: user_id, webhookId: "hook1", eventId: "msg_1", type: "run.held", body: "{}" };
  await deliveries.add(newDelivery(event, RECEIVED_AT, new Date(RECEIVED_AT)));
}

function count(user_id: string, day: string) {
  const of = { paidBy: "owner", agentId: "agent1", provider: "openai", model: "gpt-4" } as const;
  return world.db.send(
    new UpdateCommand({
      TableName: "usage",
      Key: { user_id, day },
      UpdateExpression: "ADD #mails :mails, #tokens :tokens",
      ExpressionAttributeNames: {
        "#mails": counterName({ ...of, field: "mails" }),
        "#tokens": counterName({ ...of, field: "tokens_in" }),
      },
      ExpressionAttributeValues: { ":mails": 2, ":tokens": 200 },
    }),
  );
}

const page = (user: string, cursor?: string) =>
  callApi(handler, {
    route: "GET /api/account/export",
    token: pool.token(user),
    ...(cursor !== undefined && { query: { cursor } }),
  });

/** All pages of the export, as a client reads them. */
async function exported(user: string) {
  const pages: z.infer<typeof exportPage>[] = [];
  const texts: string[] = [];
  let cursor: string | undefined;
  do {
    const { status, json, text } = await page(user, cursor);
    expect(status, text).toBe(200);
    const one = exportPage.parse(json);
    pages.push(one);
    texts.push(text);
    cursor = one.next_cursor ?? undefined;
  } while (cursor !== undefined);
  const rows = (section: string) => pages.filter((one) => one.section === section).flatMap((one) => one.rows);
  return { pages, text: texts.join("\n"), rows };
}

test("an export contains every section in full, in pages", async () => {
  const { pages, rows } = await exported("alice");
  expect([...new Set(pages.map(({ section }) => section))]).toEqual([
    "account",
    "ai_configurations",
    "agents",
    "runs",
    "usage",
    "domains",
    "blocked",
    "mailboxes",
    "quiet_threads",
    "denied_senders",
    "api_tokens",
    "webhooks",
    "webhook_deliveries",
  ]);
  expect(pages.filter(({ section }) => section === "runs").length).toBeGreaterThan(1);
  expect(rows("account")).toMatchObject([{ id: "alice", email: "alice@people.example" }]);
  expect(rows("agents")).toMatchObject([{ id: "agent1", name: "Agent of alice", instructions: "Be kind." }]);
  expect(rows("agents")).toMatchObject([{ other_addresses: [{ address: "second.alice@agents.example" }] }]);
  expect(new Set(rows("runs").map(({ id }) => id)).size).toBe(MAILS);
  expect(rows("runs").at(-1)).toMatchObject({ text: read.text, answer: { text: answer.text }, state: "replied" });
  const used = { agent_id: "agent1", provider: "openai", model: "gpt-4", paid_by: "owner", mails: 2, tokens_in: 200 };
  expect(rows("usage")).toEqual([
    { day: "2026-11-22", ...used },
    { day: "2026-11-23", ...used },
  ]);
  expect(rows("mailboxes")).toMatchObject([
    { address: SUPPORT, result: { outcome: "connected" } },
    { service: "Gmail", code: "123456" },
  ]);
  expect(JSON.stringify(rows("mailboxes"))).not.toContain(CODE);
  expect(rows("quiet_threads")).toMatchObject([{ thread_id: "thread1", because: "asked" }]);
  expect(rows("denied_senders")).toMatchObject([{ agent_id: "agent1", sender: "spam.alice.example" }]);
  expect(rows("blocked")).toMatchObject([{ agent_id: "gone", address: "x@y.example", reason: "bounced" }]);
  expect(rows("webhooks")).toMatchObject([{ webhook_id: "hook1", url: "https://shop.com/hook" }]);
  expect(Object.keys(rows("webhooks")[0] ?? {})).not.toContain("secrets");
  expect(rows("webhook_deliveries")).toMatchObject([{ webhook_id: "hook1", type: "run.held", state: "waiting" }]);
});

test("an API token is exported without its hash", async () => {
  const { rows, text } = await exported("alice");
  expect(rows("api_tokens")).toMatchObject([{ id: "token1", name: "A program", scopes: ["conversations:read"] }]);
  expect(text).not.toContain(someToken().token_hash);
});

test("a run names the place of its raw mail while the mail exists", async () => {
  const { rows } = await exported("alice");
  const [old, recent] = rows("runs");
  expect(old).toMatchObject({ raw_mail: null });
  expect(recent).toMatchObject({ raw_mail: `/api/conversations/${String(recent?.["id"])}/raw` });
});

test("a key is exported only as its mask", async () => {
  const { rows, text } = await exported("alice");
  expect(rows("ai_configurations")).toMatchObject([{ provider: "openai", api_key: "sk-test-al..." }]);
  expect(text).not.toContain(KEY);
  expect(text).not.toContain("ciphertext");
  expect(text).not.toContain(Buffer.from(`sealed ${KEY}`).toString("base64"));
});

test("the fingerprint of the platform's key is nowhere in a run, while the owner's own is", async () => {
  const ofTeam = { ...payer, paid_by: "platform", key_fingerprint: "fingerprint-of-team" } as const;
  const { tokens_in, tokens_out, tokens_cached, tokens_reasoning, cost_nano_usd } = answer;
  const replaced = { tokens_in, tokens_out, tokens_cached, tokens_reasoning, cost_nano_usd, payer: ofTeam };
  const run = someRun({ user_id: "carol", ...read, payer: ofTeam, answer, lost_by: [ofTeam, payer] });
  await world.deps.users.add({ user_id: "carol", email: "c@people.example", name: "Carol", created_at: RECEIVED_AT });
  await world.deps.runs.add({ ...run, earlier: [replaced], redo: { payer: ofTeam } });
  const { rows, text } = await exported("carol");
  expect(text).not.toContain("fingerprint-of-team");
  const shown = { ...ofTeam, key_fingerprint: null };
  expect(rows("runs")).toMatchObject([
    { payer: shown, lost_by: [shown, payer], earlier: [{ tokens_in, payer: shown }], redo: { payer: shown } },
  ]);
});

test("another user's cursor leads only into the caller's own rows", async () => {
  const { pages, text } = await exported("alice");
  expect(text).not.toContain("bob");
  for (const { next_cursor } of pages) {
    if (next_cursor === null) continue;
    const { text: his } = await page("bob", next_cursor);
    expect(his).not.toContain("alice");
  }
});

test.each(["garbage", Buffer.from('{"section":"keys"}').toString("base64url"), forged("bob"), forged("x y")])(
  "a cursor that no page has given is refused or finds nothing of others: %s",
  async (cursor) => {
    const { status, text } = await page("alice", cursor);
    expect([200, 400]).toContain(status);
    expect(text).not.toContain("bob@");
  },
);

function forged(after: string): string {
  return Buffer.from(JSON.stringify({ section: "runs", after, user_id: "bob" })).toString("base64url");
}
