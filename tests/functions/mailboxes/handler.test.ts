import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MAX_MAILBOXES, mailboxHandlers } from "../../../functions/mailboxes/handler.ts";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { mailboxList, mailboxRow } from "../../../shared/api/mailbox-schemas.ts";
import { mailboxRoutes } from "../../../shared/api/routes/mailboxes.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { HourlyLimit, MAILBOX_TESTS, TESTS_OF_ONE_MAILBOX } from "../../../shared/limits/hourly-limit.ts";
import { MailboxStore } from "../../../shared/mailboxes/mailbox-store.ts";
import { someAgent } from "../../support/agents.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { makeJobQueue } from "../../support/job-queue.ts";
import { SUPPORT, someResult } from "../../support/mailboxes.ts";
import { MARK_TABLES } from "../../support/tables.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
let dynamo: TestDynamo;
let aws: TestAws;
let sent: () => Promise<unknown[]>;
let store: MailboxStore;
let handler: unknown;
let now = new Date("2026-11-23T12:00:00.000Z");

beforeAll(async () => {
  aws = await startTestAws();
  const queue = await makeJobQueue(aws.sqs);
  sent = queue.sent;
  dynamo = await startDynamo({ agents: { partition: "user_id", sort: "agent_id" }, ...MARK_TABLES });
  const agents = new AgentStore(dynamo.db, "agents");
  await agents.add(someAgent());
  await agents.add(someAgent({ agent_id: "agent2" }));
  await agents.add(someAgent({ user_id: "bob", agent_id: "bobs" }));
  store = new MailboxStore(dynamo.db, "mailboxes");
  const handlers = mailboxHandlers({
    agents,
    mailboxes: store,
    testsOfUser: new HourlyLimit(dynamo.db, "hourly-limits", MAILBOX_TESTS),
    testsOfMailbox: new HourlyLimit(dynamo.db, "hourly-limits", TESTS_OF_ONE_MAILBOX),
    jobs: queue.jobs,
    mailDomain: "agents.example",
    now: () => now,
  });
  handler = apiHandler(mailboxRoutes, handlers, tokenVerifier(POOL, pool.fetch));
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));
// Each test has a day of its own, so that the limits of one do not hold in the next.
let day = 0;
beforeEach(async () => {
  now = new Date(Date.UTC(2027, 0, ++day, 12));
  await sent();
});

const PATH = "/api/automation/agents/{id}/mailboxes";
const list = (id = "agent1", who = "alice") =>
  callApi(handler, { route: `GET ${PATH}`, params: { id }, token: pool.token(who) });
const connect = (address: string, id = "agent1", who = "alice") =>
  callApi(handler, { route: `POST ${PATH}`, params: { id }, token: pool.token(who), body: { address } });
const change = (route: "POST" | "DELETE", mailbox: string, id = "agent1", who = "alice") =>
  callApi(handler, {
    route: route === "POST" ? `POST ${PATH}/{mailbox}/test` : `DELETE ${PATH}/{mailbox}`,
    params: { id, mailbox },
    token: pool.token(who),
  });

test("a mailbox is connected by a job that writes to it, and the answer has no code", async () => {
  const answer = await connect(" Support@Acme.example ");
  expect(answer.status).toBe(202);
  const row = mailboxRow.parse(answer.json);
  expect(row).toMatchObject({ address: SUPPORT, state: "waiting", result: null });
  expect(await sent()).toEqual([{ kind: "test_mailbox", user_id: "alice", agent_id: "agent1", mailbox_id: row.id }]);
  const stored = await store.get("alice", "agent1", row.id);
  expect(stored?.code).toMatch(/^[a-z2-9]{20}$/);
  expect(answer.text).not.toContain(stored?.code);
  expect(mailboxList.parse((await list()).json).mailboxes).toMatchObject([{ id: row.id }]);
});

test("a new test has a new code and keeps the last result until it comes back", async () => {
  const { id } = mailboxRow.parse((await connect("again@acme.example")).json);
  const first = await store.get("alice", "agent1", id);
  if (first === undefined) throw new Error("It was stored");
  await store.record(first, someResult({ at: now.toISOString() }));
  now = new Date(now.getTime() + 60_000);
  expect((await change("POST", id)).json).toMatchObject({ state: "waiting", result: { outcome: "connected" } });
  const second = await store.get("alice", "agent1", id);
  expect(second?.code).not.toBe(first.code);
  // The mail of the first test comes late.
  expect(await store.record(first, someResult())).toBe(false);
});

test.each([
  ["an agent's own address", "help@agents.example"],
  ["one below the agents' domain", "a@bounce.agents.example"],
  ["no address", "support"],
  ["an address with a quoted part", '"a b"@acme.example'],
])("%s is refused", async (_, address) => {
  expect((await connect(address)).status).toBe(400);
  expect(await sent()).toEqual([]);
});

describe("nobody is flooded:", () => {
  test("a user may ask for 12 tests an hour", async () => {
    const asked = Array.from({ length: 13 }, (_, i) => `m${i}@user-limit.example`);
    for (const address of asked.slice(0, 2)) expect((await connect(address, "agent2")).status).toBe(202);
    const [id] = mailboxList.parse((await list("agent2")).json).mailboxes.map((row) => row.id);
    for (let i = 0; i < 6; i++) expect((await change("POST", id ?? "", "agent2")).status).toBe(202);
    for (const address of asked.slice(2, 6)) expect((await connect(address, "agent2")).status).toBe(202);
    const over = await connect("m9@user-limit.example", "agent2");
    expect(over.status).toBe(429);
    expect(over.headers["retry-after"]).toBe("3600");
  });

  test("a mailbox gets 8 tests a day, whoever asks", async () => {
    const victim = "victim@stranger.example";
    for (let i = 0; i < 8; i++) {
      const [agent, who] = i % 2 === 0 ? (["agent1", "alice"] as const) : (["bobs", "bob"] as const);
      expect((await connect(victim, agent, who)).status).toBe(202);
    }
    expect((await connect(victim)).status).toBe(429);
    now = new Date(now.getTime() + 24 * 3_600_000);
    expect((await connect(victim)).status).toBe(202);
  });

  test(`an agent has at most ${MAX_MAILBOXES} mailboxes`, async () => {
    for (let i = 0; i < MAX_MAILBOXES; i++) {
      now = new Date(now.getTime() + 3_600_000);
      expect((await connect(`n${i}@many.example`, "bobs", "bob")).status).toBe(i === MAX_MAILBOXES - 1 ? 409 : 202);
    }
  });
});

describe("another's mailbox is as one that does not exist:", () => {
  test("the same bytes for agents and for mailboxes", async () => {
    const { id } = mailboxRow.parse((await connect("isolated@acme.example")).json);
    const foreign = [
      await list("agent1", "bob"),
      await connect("x@y.example", "agent1", "bob"),
      await change("POST", id, "agent1", "bob"),
      await change("DELETE", id, "agent1", "bob"),
      await change("POST", id, "bobs", "bob"),
    ];
    const absent = [
      await list("none"),
      await connect("x@y.example", "none"),
      await change("POST", "none"),
      await change("DELETE", "none"),
      await change("POST", "none", "none"),
    ];
    expect(foreign.map(({ status, text }) => [status, text])).toEqual(absent.map(({ status, text }) => [status, text]));
    expect(foreign.every(({ status }) => status === 404)).toBe(true);
    expect(await store.get("alice", "agent1", id)).toBeDefined();
  });
});

test("a mailbox that is removed is forgotten", async () => {
  const { id } = mailboxRow.parse((await connect("gone@acme.example")).json);
  expect((await change("DELETE", id)).status).toBe(204);
  expect((await change("DELETE", id)).status).toBe(404);
  expect(await store.get("alice", "agent1", id)).toBeUndefined();
});

test("confirmations are listed newest first, until they expire", async () => {
  const seconds = now.getTime() / 1000;
  const row = { user_id: "alice", agent_id: "agent1", service: "Gmail", received_at: now.toISOString() };
  await store.keepConfirmation({ ...row, run_id: "20270101-a", code: "123456", expires_at: seconds + 10 });
  await store.keepConfirmation({
    ...row,
    run_id: "20270102-b",
    link: "https://mail.google.com/mail/vf-1",
    expires_at: seconds + 10,
  });
  await store.keepConfirmation({ ...row, run_id: "20270100-c", expires_at: seconds - 10 });
  expect(mailboxList.parse((await list()).json).confirmations).toMatchObject([
    { run_id: "20270102-b", code: null, link: "https://mail.google.com/mail/vf-1" },
    { run_id: "20270101-a", code: "123456", link: null },
  ]);
});
