import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { conversationHandlers } from "../../../functions/conversations/handler.ts";
import { AgentStore } from "../../../shared/agents/agent-store.ts";
import { runDetail, runList } from "../../../shared/api/conversation-schemas.ts";
import { conversationRoutes } from "../../../shared/api/routes/conversations.ts";
import { isRawMailKept } from "../../../shared/aws/raw-mail-days.ts";
import { RawMails } from "../../../shared/aws/raw-mails.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { HourlyLimit } from "../../../shared/limits/hourly-limit.ts";
import { parseMail } from "../../../shared/mail/parse.ts";
import { QuietThreads } from "../../../shared/quiet/quiet-threads.ts";
import { JobQueue } from "../../../shared/runs/job-queue.ts";
import { explainUnanswerable } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { RunStore } from "../../../shared/runs/run-store.ts";
import { UserStore } from "../../../shared/users/user-store.ts";
import { someAgent } from "../../support/agents.ts";
import { callApi } from "../../support/api-call.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { answer, payer, read, someRun } from "../../support/runs.ts";
import { MARK_TABLES } from "../../support/tables.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";
import { POOL, TestPool } from "../../support/tokens.ts";

const RAW = Buffer.from(
  "From: carol@customer.example\r\nSubject: Order 7\r\n\r\nWhere is my order? \xff\r\n",
  "latin1",
);
// The bucket keeps a mail for a time that is counted from today.
const JUST_NOW = new Date().toISOString();
const THREAD = read.thread_id;
const pool = new TestPool();
let dynamo: TestDynamo;
let aws: TestAws;
let handler: unknown;
let queue = "";
let runs: RunStore;

/** Three runs of Alice's at two agents, the last one answered, and one run of Bob's. */
const RUNS: Run[] = [
  someRun({ run_id: "20261123120001000-a1", received_at: JUST_NOW }),
  someRun({ run_id: "20261123120002000-a2", agent_id: "agent2", state: "held", reason: "no_ai_config" }),
  someRun({ run_id: "20261123120003000-a3", ...read, state: "replied", payer, answer, delivery: "delivered" }),
  someRun({ run_id: "20261123120004000-a4", user_id: "bob" }),
];

beforeAll(async () => {
  const by_agent = { partition: "user_id", sort: "agent_run" };
  const by_thread = { partition: "user_id", sort: "thread_run" };
  [dynamo, aws] = await Promise.all([
    startDynamo({
      runs: { partition: "user_id", sort: "run_id", indexes: { by_agent, by_thread } },
      agents: { partition: "user_id", sort: "agent_id" },
      users: { partition: "user_id" },
      ...MARK_TABLES,
    }),
    startTestAws(),
  ]);
  await aws.s3.send(new CreateBucketCommand({ Bucket: "mails" }));
  await aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: "inbound/ses-1", Body: RAW }));
  await aws.s3.send(
    new PutObjectCommand({ Bucket: "mails", Key: "inbound/big", Body: Buffer.alloc(4 * 1024 * 1024 + 1) }),
  );
  queue = (await aws.sqs.send(new CreateQueueCommand({ QueueName: "jobs" }))).QueueUrl ?? "";
  runs = new RunStore(dynamo.db, "runs");
  for (const run of RUNS) await runs.add(run);
  await runs.add(someRun({ run_id: "20261122000000000-b1", received_at: "2026-01-01T00:00:00.000Z" }));
  await runs.add(someRun({ run_id: "20261122000000000-b2", object_key: "inbound/big", received_at: JUST_NOW }));
  const handlers = conversationHandlers({
    runs,
    jobs: new JobQueue(aws.sqs, queue),
    mails: new RawMails(aws.s3, "mails"),
    agents: new AgentStore(dynamo.db, "agents"),
    users: new UserStore(dynamo.db, "users"),
    quiet: new QuietThreads(dynamo.db, "quiet-threads"),
    testMails: new HourlyLimit(dynamo.db, "hourly-limits", { name: "test-mails", perHour: 3 }),
    now: () => new Date(),
  });
  handler = apiHandler(conversationRoutes, handlers, tokenVerifier(POOL, pool.fetch));
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));

const list = (query: Record<string, string> = {}, who = "alice") =>
  callApi(handler, { route: "GET /api/conversations", token: pool.token(who), query });
const get = (id: string, who = "alice", raw = "") =>
  callApi(handler, { route: `GET /api/conversations/{id}${raw}`, token: pool.token(who), params: { id } });
const idsOf = async (query: Record<string, string>, who?: string) =>
  runList.parse((await list(query, who)).json).runs.map(({ id }) => id.slice(-2));

test("runs are listed newest first: all, of one agent, or of one thread", async () => {
  expect(await idsOf({})).toEqual(["a3", "a2", "a1", "b2", "b1"]);
  expect(await idsOf({ agent_id: "agent2" })).toEqual(["a2"]);
  expect(await idsOf({ thread_id: THREAD })).toEqual(["a3"]);
  expect(await idsOf({}, "bob")).toEqual(["a4"]);
  expect(await idsOf({ agent_id: "agent1" }, "mallory")).toEqual([]);
});

test("a list continues from its cursor without a gap or a repetition", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = runList.parse((await list({ limit: "2", ...(cursor && { cursor }) })).json);
    expect(page.runs.length).toBeLessThanOrEqual(2);
    seen.push(...page.runs.map(({ id }) => id.slice(-2)));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(["a3", "a2", "a1", "b2", "b1"]);
});

test.each([
  [{ agent_id: "agent1", thread_id: THREAD }, "agent_id"],
  [{ agent_id: "agent1#2026" }, "agent_id"],
  [{ limit: "0" }, "limit"],
  [{ limit: "ten" }, "limit"],
  [{ cursor: "a#b" }, "cursor"],
  [{ user_id: "bob" }, "user_id"],
])("the query %j is refused by the name of its field", async (query, field) => {
  expect(await list({ ...query })).toMatchObject({ status: 400, json: { errors: [{ field }] } });
});

test("a run tells its owner why it is at rest, in a code and in a sentence", async () => {
  const { json } = await get("20261123120002000-a2");
  expect(json).toMatchObject({ state: "held", reason: "no_ai_config", reason_text: expect.stringMatching(/key/) });
});

test("an answered run shows the answer, who paid, and what it cost", async () => {
  const run = runDetail.parse((await get("20261123120003000-a3")).json);
  expect(run).toMatchObject({
    id: "20261123120003000-a3",
    attachments: [{ filename: "order.pdf", mime_type: "application/pdf", size: 1_024 }],
    thread_id: THREAD,
    text: read.text,
    answer_to: read.reply.to,
    answer: answer.text,
    answer_cut: false,
    ...payer,
    tokens_in: answer.tokens_in,
    tokens_out: answer.tokens_out,
    cost_usd: 0.0042,
    delivery: "delivered",
    reason: null,
  });
});

test("a run shows none of the ledger's internal fields", async () => {
  const { text } = await get("20261123120003000-a3");
  for (const hidden of ["write_id", "object_key", "lease", "ses_message_id", "envelope_from"]) {
    expect(text).not.toContain(hidden);
  }
});

test("the raw mail is returned byte for byte, to be saved and not shown", async () => {
  const result = await get("20261123120001000-a1", "alice", "/raw");
  expect(result.status).toBe(200);
  expect(result.bytes.equals(RAW)).toBe(true);
  expect(result.headers).toMatchObject({
    "content-type": "message/rfc822",
    "content-disposition": `attachment; filename="20261123120001000-a1.eml"`,
    "x-content-type-options": "nosniff",
  });
});

test("a missing raw mail is not found, and one too large for the API says so", async () => {
  expect((await get("20261122000000000-b1", "alice", "/raw")).status).toBe(404);
  expect(await get("20261122000000000-b2", "alice", "/raw")).toMatchObject({
    status: 413,
    json: { code: "too_large" },
  });
});

test("a run whose answer the model cut off says so", async () => {
  const cut = { ...answer, cut: true };
  await runs.add(
    someRun({ run_id: "20261123120009000-cut", user_id: "cora", ...read, state: "replied", payer, answer: cut }),
  );
  const { json } = await get("20261123120009000-cut", "cora");
  expect(json).toMatchObject({ answer: answer.text, answer_cut: true });
});

test("the answer about another user's run is the same byte for byte as for a missing one", async () => {
  for (const raw of ["", "/raw"]) {
    const foreign = await get("20261123120001000-a1", "mallory", raw);
    const absent = await get("20261123120001000-zz", "mallory", raw);
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(absent.text);
  }
});

test("a mail is not requested once its time in the bucket is over", () => {
  const now = new Date("2026-11-23T12:00:00.000Z");
  expect(isRawMailKept("2026-08-25T12:00:01.000Z", now)).toBe(true);
  expect(isRawMailKept("2026-08-25T12:00:00.000Z", now)).toBe(false);
});

const say = (word: "retry" | "drop" | "approve" | "regenerate", id: string, who = "alice") =>
  callApi(handler, { route: `POST /api/conversations/{id}/${word}`, token: pool.token(who), params: { id } });

/** A held run under a new id. It is not among the lists above, which are Alice's and Bob's. */
async function heldRun(name: string, changes: Partial<Run> = {}): Promise<string> {
  const run_id = `20261123130000000-${name}`;
  const held = { state: "held", reason: "no_ai_config", next_check_at: undefined } as const;
  await runs.add(someRun({ user_id: "carl", run_id, received_at: JUST_NOW, ...held, ...changes }));
  return run_id;
}

/** The runs that have jobs in the queue, which is empty afterwards. */
async function jobs(): Promise<string[]> {
  const { Messages = [] } = await aws.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
  );
  return Messages.map(({ Body = "{}" }) => JSON.parse(Body).run_id);
}

test("a held run is retried once, even if its owner reopens it twice at the same time", async () => {
  const id = await heldRun("c1");
  const said = await Promise.all([say("retry", id, "carl"), say("retry", id, "carl")]);
  expect(said.map(({ status }) => status).sort()).toEqual([202, 409]);
  expect(said.find(({ status }) => status === 202)?.json).toMatchObject({ id, state: "received", reason: null });
  expect(await jobs()).toEqual([id]);
  expect((await runs.get("carl", id))?.version).toBe(2);
});

test("a stored answer is sent again without asking the provider again", async () => {
  const id = await heldRun("c2", { reason: "may_have_been_sent", answer, payer, ...read });
  expect(await say("retry", id, "carl")).toMatchObject({
    status: 202,
    json: { state: "generated", answer: answer.text },
  });
  expect(await jobs()).toEqual([id]);
});

test("a dropped run gets no answer until its owner reopens it", async () => {
  const id = await heldRun("c3");
  expect(await say("drop", id, "carl")).toMatchObject({ status: 200, json: { state: "skipped", reason: "dropped" } });
  expect(await jobs()).toEqual([]);
  expect(await say("retry", id, "carl")).toMatchObject({ status: 202, json: { state: "received", reason: null } });
  expect(await jobs()).toEqual([id]);
});

test("a dropped draft becomes the same draft when it is reopened, and leaves only when it is approved", async () => {
  const id = await heldRun("c3d", { state: "drafted", ends_in: "drafted", answer, payer, ...read });
  await say("drop", id, "carl");
  const back = await say("retry", id, "carl");
  expect(back).toMatchObject({ status: 202, json: { state: "drafted", draft: { text: answer.text } } });
  await jobs();
});

const ROBOTS = ["mailing_list", "auto_submitted", "no_reply_sender", "spam", "virus", "duplicate"] as const;
test.each(ROBOTS)("a skipped mail (%s) is requeued once when its owner reopens it", async (reason) => {
  const id = await heldRun(`s-${reason.replaceAll("_", "-")}`, { state: "skipped", reason });
  expect((await get(id, "carl")).json).toMatchObject({ may_retry: true });
  const said = await Promise.all([say("retry", id, "carl"), say("retry", id, "carl")]);
  expect(said.map(({ status }) => status).sort()).toEqual([202, 409]);
  expect(await jobs()).toEqual([id]);
  expect((await runs.get("carl", id))?.timeline.at(-1)).toMatchObject({ event: "reopen" });
});

test.each(["dmarc_fail", "null_sender", "own_domain", "no_from"] as const)(
  "a mail without a proven author (%s) cannot be reopened, and a sentence says why",
  async (reason) => {
    const id = await heldRun(`n-${reason.replaceAll("_", "-")}`, { state: "skipped", reason });
    expect((await get(id, "carl")).json).toMatchObject({ may_retry: false });
    const refused = await say("retry", id, "carl");
    expect(refused).toMatchObject({ status: 409, json: { code: "conflict", detail: explainUnanswerable(reason) } });
    expect(await jobs()).toEqual([]);
  },
);

test("an answer that may have left before its mail was dropped is not sent again", async () => {
  const id = await heldRun("c3s", { reason: "may_have_been_sent", answer, payer, ...read });
  await say("drop", id, "carl");
  const refused = await say("retry", id, "carl");
  expect(refused).toMatchObject({ status: 409, json: { detail: expect.stringMatching(/may have left/) } });
});

test("a mail that is no longer kept is not read again", async () => {
  const id = await heldRun("c3o", {
    state: "skipped",
    reason: "mailing_list",
    received_at: "2025-01-01T00:00:00.000Z",
  });
  const refused = await say("retry", id, "carl");
  expect(refused).toMatchObject({ status: 409, json: { detail: expect.stringMatching(/no longer stored/) } });
});

test("the tag of the agent's address is shown", async () => {
  const id = await heldRun("tag", { tag: "shop" });
  expect((await get(id, "carl")).json).toMatchObject({ recipient: "abc@agents.example", tag: "shop" });
  expect((await get("20261123120001000-a1")).json).toMatchObject({ tag: null });
});

test("a run that is not held is neither retried nor dropped, and a sentence says why", async () => {
  for (const word of ["retry", "drop"] as const) {
    const refused = await say(word, "20261123120003000-a3");
    expect(refused).toMatchObject({ status: 409, json: { code: "conflict", detail: expect.stringMatching(/held/) } });
  }
});

test("a run whose last try is not counted yet must wait before it is retried", async () => {
  const id = await heldRun("c4", { reserved_on: "2026-11-23", next_check_at: "2026-11-23T13:00:00.000Z" });
  expect(await say("retry", id, "carl")).toMatchObject({ status: 409, json: { code: "conflict" } });
});

test("only its owner can change a held run", async () => {
  const id = await heldRun("c5");
  for (const word of ["retry", "drop"] as const) {
    const foreign = await say(word, id, "mallory");
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe((await say(word, `${id}x`, "mallory")).text);
  }
  expect((await runs.get("carl", id))?.state).toBe("held");
});

test("a draft shows its text, and the timeline says in words what happened", async () => {
  const id = await heldRun("c6", { state: "drafted", reason: undefined, answer, payer, ...read });
  const { json } = await say("approve", id, "carl");
  expect(json).toMatchObject({ state: "generated", draft: null });
  const detail = runDetail.parse(json);
  expect(detail.timeline.map(({ text }) => text)).toEqual(["The mail arrived.", "You approved the draft."]);
  expect(await jobs()).toEqual([id]);
});

test("a run that is not a draft cannot be approved, edited or regenerated, and a sentence says why", async () => {
  const id = await heldRun("c7");
  for (const word of ["approve", "regenerate"] as const) {
    const refused = await say(word, id, "carl");
    expect(refused).toMatchObject({ status: 409, json: { code: "conflict", detail: expect.stringMatching(/draft/) } });
  }
  const call = { route: "PATCH /api/conversations/{id}", token: pool.token("carl"), params: { id } };
  expect(await callApi(handler, { ...call, body: { answer: "x" } })).toMatchObject({ status: 409 });
  expect(await callApi(handler, { ...call, body: { answer: "  " } })).toMatchObject({ status: 400 });
});

test("an answer that may have left is not replaced by another", async () => {
  const id = await heldRun("c8", { reason: "may_have_been_sent", answer, payer, ...read });
  const refused = await say("regenerate", id, "carl");
  expect(refused).toMatchObject({ status: 409, json: { detail: expect.stringMatching(/may have left/) } });
});

test("lists are filtered by state and by text, ignoring case", async () => {
  expect(await idsOf({ state: "held" })).toEqual(["a2"]);
  expect(await idsOf({ state: "needs_owner" })).toEqual(["a2"]);
  expect(await idsOf({ q: "oRDER 7", state: "replied" })).toEqual(["a3"]);
  expect(await idsOf({ q: "nobody" })).toEqual([]);
  expect(await list({ state: "lost" })).toMatchObject({ status: 400, json: { errors: [{ field: "state" }] } });
});

test("a list shows attachments and tests", async () => {
  const { runs: rows } = runList.parse((await list({ thread_id: THREAD })).json);
  expect(rows).toMatchObject([{ has_attachments: true, is_test: false }]);
});

const testMail = (agentId: string, body?: object, who = "tina") =>
  callApi(handler, {
    route: "POST /api/automation/agents/{id}/test",
    token: pool.token(who),
    params: { id: agentId },
    body,
  });

test("a test mail is a mail of the owner's in the bucket, a run and a job, limited to twenty an hour or the configured number", async () => {
  const created_at = "2026-11-23T12:00:00.000Z";
  await new UserStore(dynamo.db, "users").add({
    user_id: "tina",
    email: "tina@people.example",
    name: "Tina",
    created_at,
  });
  await new AgentStore(dynamo.db, "agents").add(someAgent({ user_id: "tina", agent_id: "agent9" }));
  const { status, json } = await testMail("agent9", { subject: "Hi", text: "Are you there?" });
  expect(status).toBe(202);
  const [id] = await jobs();
  expect(json).toEqual({ run_id: id });
  const run = await runs.get("tina", id ?? "");
  expect(run).toMatchObject({
    state: "received",
    is_test: true,
    agent_id: "agent9",
    envelope_from: "tina@people.example",
  });
  const mail = await parseMail(await new RawMails(aws.s3, "mails").get(run?.object_key ?? ""));
  expect(mail).toMatchObject({ subject: "Hi", from: [{ address: "tina@people.example" }] });
  expect(await testMail("agent9", undefined, "mallory")).toMatchObject({ status: 404 });
  const more = [await testMail("agent9"), await testMail("agent9"), await testMail("agent9")];
  expect(more.map((answered) => answered.status)).toEqual([202, 202, 429]);
});
