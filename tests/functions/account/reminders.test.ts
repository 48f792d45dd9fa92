import { afterAll, beforeAll, expect, test } from "vitest";
import { accountHandlers } from "../../../functions/account/handler.ts";
import { reminderAnswer } from "../../../shared/api/reminder-schemas.ts";
import { accountRoutes } from "../../../shared/api/routes/account.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { ReminderStore } from "../../../shared/reminders/reminder-store.ts";
import { unsubscribeToken } from "../../../shared/reminders/unsubscribe-token.ts";
import { startAccountWorld } from "../../support/account-world.ts";
import { callApi } from "../../support/api-call.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
const PATH = "/api/reminders/unsubscribe/{token}";
let world: Awaited<ReturnType<typeof startAccountWorld>>;
let store: ReminderStore;
let handler: unknown;
beforeAll(async () => {
  world = await startAccountWorld();
  store = new ReminderStore(world.db, "reminders");
  handler = apiHandler(accountRoutes, accountHandlers(world.deps), tokenVerifier(POOL, pool.fetch));
  for (const user_id of ["alice", "bob", "carla", "dora"]) {
    await world.deps.users.add({ user_id, email: `${user_id}@people.example`, name: "", created_at: "" });
  }
});
afterAll(() => world.stop());

const call = (who: string, method: string, body?: object) =>
  callApi(handler, { route: `${method} /api/account/reminders`, token: pool.token(who), body });
const get = async (who: string) => reminderAnswer.parse((await call(who, "GET")).json);
const patch = async (who: string, body: object) => reminderAnswer.parse((await call(who, "PATCH", body)).json);
const post = (token: string, more: object = {}) =>
  callApi(handler, {
    route: `POST ${PATH}`,
    params: { token },
    // As Gmail and Yahoo send it (RFC 8058, 3.2).
    body: "List-Unsubscribe=One-Click",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    ...more,
  });
const tokenOf = async (user_id: string) => unsubscribeToken({ user_id, secret: await store.secretOf(user_id) });

test("nobody is told anything until they choose it, and a change keeps what it does not name", async () => {
  expect(await get("alice")).toEqual({
    ...{ when: "off", hour: 8, time_zone: "UTC", with_senders: false, stopped: null, last_sent_at: null },
    ...{ address: "alice@people.example", address_confirmed: false },
  });
  expect(await patch("alice", { when: "daily", hour: 18, timeZone: "Europe/Berlin" })).toMatchObject({ when: "daily" });
  expect(await patch("alice", { withSenders: true })).toMatchObject({
    ...{ when: "daily", hour: 18, time_zone: "Europe/Berlin", with_senders: true },
  });
  expect(await get("bob")).toMatchObject({ when: "off" });
});

test.each([{ when: "weekly" }, { hour: 24 }, { timeZone: "Europe/Atlantis" }, { other: 1 }])(
  "%j is refused",
  async (body) => {
    expect((await call("alice", "PATCH", body)).status).toBe(400);
  },
);

test("a stop after a bounce is shown, and ends when the owner saves the settings anew", async () => {
  await patch("carla", { when: "hourly" });
  const at = new Date(Date.now() + 1).toISOString();
  await store.stop("carla", { reason: "bounced", at, address: "carla@people.example" });
  expect((await get("carla")).stopped).toMatchObject({ reason: "bounced", address: "carla@people.example" });
  await expect.poll(async () => (await patch("carla", { when: "hourly" })).stopped).toBeNull();
  await store.stop("carla", { reason: "complained", at: "2099-01-01T00:00:00.000Z", address: "old@people.example" });
  expect((await get("carla")).stopped).toBeNull();
});

test("one POST without a session ends the mails, twice is as good as once, and only its owner's", async () => {
  await patch("alice", { when: "daily" });
  await patch("bob", { when: "daily" });
  const token = await tokenOf("alice");
  const first = await post(token);
  expect([first.status, first.headers["content-type"]]).toEqual([200, "text/html"]);
  expect((await post(token)).text).toBe(first.text);
  expect(await get("alice")).toMatchObject({ when: "off", hour: 18, time_zone: "Europe/Berlin" });
  expect(await get("bob")).toMatchObject({ when: "daily" });
  await patch("alice", { when: "hourly" });
  expect((await post(token, { body: undefined, headers: {} })).status).toBe(200);
  expect((await get("alice")).when).toBe("off");
});

test("looking at the link changes nothing: the page asks, by a form that needs no script", async () => {
  await patch("dora", { when: "daily" });
  const page = await callApi(handler, { route: `GET ${PATH}`, params: { token: await tokenOf("dora") } });
  expect(page.status).toBe(200);
  expect(page.text).toContain('<form method="post">');
  expect(page.headers).toMatchObject({
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  expect((await get("dora")).when).toBe("daily");
  const other = await callApi(handler, { route: `GET ${PATH}`, params: { token: "nobodys" } });
  expect(other.text).toBe(page.text);
});

test("a wrong token, one of somebody without mails and one of an account that is gone are answered alike", async () => {
  const guess = "a".repeat(26);
  const tokens = [
    unsubscribeToken({ user_id: "dora", secret: guess }),
    unsubscribeToken({ user_id: "bob", secret: guess }),
    unsubscribeToken({ user_id: "nobody", secret: guess }),
    "garbage",
    Buffer.from(`dora.${await store.secretOf("dora")}.more`).toString("base64url"),
  ];
  const answers = await Promise.all(tokens.map((token) => post(token)));
  expect(answers.map(({ status }) => status)).toEqual(tokens.map(() => 404));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const token = await tokenOf("dora");
  await world.deps.users.markDeleting("dora", new Date());
  expect((await post(token)).text).toBe(answers[0]?.text);
});
