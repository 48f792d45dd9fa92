import { CreateQueueCommand, GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { type Deps, routeMail } from "../../../functions/mail-router/handler.ts";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { AddressStore } from "../../../shared/agents/address-store.ts";
import { HolderStore } from "../../../shared/domains/holder-store.ts";
import type { InboundNotice } from "../../../shared/mail/notification.ts";
import type { OperatorMail } from "../../../shared/operator/operator-mail.ts";
import { JobQueue } from "../../../shared/runs/job-queue.ts";
import { RunStore } from "../../../shared/runs/run-store.ts";
import { webhookJob } from "../../../shared/webhooks/webhook-job.ts";
import { makeAnnouncer } from "../../support/announcer.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { RECEIVED_AT, someRun } from "../../support/runs.ts";
import { WEBHOOK_TABLES } from "../../support/tables.ts";
import { takeMessages } from "../../support/take-messages.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";
import { someEndpoint } from "../../support/webhooks.ts";

let dynamo: TestDynamo;
let aws: TestAws;
let deps: Deps;
let webhooks: Awaited<ReturnType<typeof makeAnnouncer>>;
let claims: AddressClaims;
let queueUrl = "";
let told: OperatorMail[] = [];
beforeAll(async () => {
  [dynamo, aws] = await Promise.all([
    startDynamo({
      runs: { partition: "user_id", sort: "run_id" },
      addresses: { partition: "address" },
      holders: { partition: "domain" },
      ...WEBHOOK_TABLES,
    }),
    startTestAws(),
  ]);
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));

let tests = 0;
let user_id = "";
beforeEach(async () => {
  // No two of the letters look alike.
  told = [];
  user_id = `user${"abcdefghjkmnopqtuwxyz"[tests++]}x`;
  const { QueueUrl = "" } = await aws.sqs.send(new CreateQueueCommand({ QueueName: user_id }));
  queueUrl = QueueUrl;
  claims = new AddressClaims(dynamo.db, "addresses", "agents.example");
  webhooks = await makeAnnouncer(aws.sqs, dynamo.db, () => new Date(RECEIVED_AT));
  deps = {
    addresses: new AddressStore(dynamo.db, "addresses"),
    holders: new HolderStore(dynamo.db, "holders"),
    runs: new RunStore(dynamo.db, "runs"),
    jobs: new JobQueue(aws.sqs, queueUrl),
    operatorMails: { send: async (mail) => void told.push(mail) },
    announcer: webhooks.announcer,
    mailDomain: "agents.example",
    now: () => new Date(RECEIVED_AT),
  };
});

/** Carol's mail to the agents with these names. */
function mailTo(names: string[], changes: Partial<InboundNotice> = {}): InboundNotice {
  const { ses_message_id, object_key, envelope_from, from, subject, verdicts, received_at } = someRun();
  return {
    ...{ ses_message_id, object_key, from, subject, verdicts, received_at, mail_from: envelope_from },
    recipients: names.map(addressOf),
    checks_off: [],
    headers: [{ name: "from", value: "Carol <carol@customer.example>" }],
    ...changes,
  };
}

function addressOf(name: string): string {
  return `${user_id}${name}@agents.example`;
}

async function agent(name: string, answers?: false) {
  const row = { address: addressOf(name), user_id, agent_id: name, ...(answers === false && { answers }) };
  expect(await claims.claim(row)).toBeUndefined();
  return row;
}

async function runs() {
  const { Items = [] } = await dynamo.db.send(new ScanCommand({ TableName: "runs" }));
  return Items.filter((item) => item["user_id"] === user_id);
}

async function jobs(): Promise<number> {
  const { Attributes = {} } = await aws.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ["ApproximateNumberOfMessages"] }),
  );
  return Number(Attributes["ApproximateNumberOfMessages"]);
}

test("a mail becomes one run and one job for each agent of its envelope", async () => {
  await agent("one");
  await agent("two");
  await routeMail(mailTo(["one", "two", "one"]), deps);
  expect((await runs()).map(({ agent_id, state }) => [agent_id, state]).sort()).toEqual([
    ["one", "received"],
    ["two", "received"],
  ]);
  expect(await jobs()).toBe(2);
});

test("a mail to an unknown or retired address is skipped silently", async () => {
  const gone = await agent("gone");
  await claims.end(gone, new Date(RECEIVED_AT));
  await routeMail(mailTo(["gone", "never"]), deps);
  expect([await runs(), await jobs()]).toEqual([[], 0]);
});

test("a mail to a tagged address reaches the agent as one mail, and the tag is stored beside the address", async () => {
  const { address } = await agent("one");
  await agent("two");
  const recipients = [address.replace("@", "+Shop@"), address.replace("@", "+other@"), addressOf("two")];
  await routeMail(mailTo([], { recipients }), deps);
  await routeMail(mailTo([], { recipients }), deps);
  const found = (await runs()).map((run) => [run["agent_id"], run["recipient"], run["tag"]]);
  expect(found.sort()).toEqual([
    ["one", address, "shop"],
    ["two", addressOf("two"), undefined],
  ]);
});

test("a mail to a retired address with a tag is skipped silently", async () => {
  const gone = await agent("gone");
  // As a release before chosen addresses left it.
  await dynamo.db.send(new PutCommand({ TableName: "addresses", Item: { ...gone, until: RECEIVED_AT } }));
  await routeMail(mailTo([], { recipients: [gone.address.replace("@", "+x@")] }), deps);
  expect([await runs(), await jobs()]).toEqual([[], 0]);
});

test.each([
  ["a moment before its end", 1, 1],
  ["at its end", 0, 0],
  ["after its end", -1, 0],
])("a mail that came to an address %s makes %j runs, whenever it is routed", async (_, later, count) => {
  const row = await agent("ending");
  const ends_at = new Date(Date.parse(RECEIVED_AT) + later).toISOString();
  await dynamo.db.send(new PutCommand({ TableName: "addresses", Item: { ...row, ends_at } }));
  await routeMail(mailTo(["ending"]), { ...deps, now: () => new Date(Date.parse(RECEIVED_AT) + 3_600_000) });
  expect(await runs()).toHaveLength(count);
});

test("a mail to two addresses of one agent is one mail, at the first of them that still works", async () => {
  const rows = ["ended", "chosen.name", "other"].map((name) => ({
    address: addressOf(name),
    user_id,
    agent_id: "one",
  }));
  for (const row of rows) await claims.claim(row);
  await dynamo.db.send(new PutCommand({ TableName: "addresses", Item: { ...rows[0], ends_at: RECEIVED_AT } }));
  const names = ["ended", "chosen.name", "other"];
  await routeMail(mailTo(names), deps);
  await routeMail(mailTo(names), deps);
  expect(await runs()).toMatchObject([{ agent_id: "one", recipient: addressOf("chosen.name") }]);
});

test("a mail to role addresses of the mail domain is handed on for the operator once, beside what its agents get", async () => {
  await agent("one");
  const recipients = [
    "abuse+x@agents.example",
    "postmaster@agents.example",
    "abuse@elsewhere.example",
    addressOf("one"),
  ];
  await routeMail(mailTo([], { recipients }), deps);
  const { ses_message_id, object_key, envelope_from } = someRun();
  expect(told).toMatchObject([{ ses_message_id, object_key, envelope_from, role: "abuse@agents.example" }]);
  expect(await runs()).toHaveLength(1);
  await routeMail(mailTo(["one"]), deps);
  expect(told).toHaveLength(1);
});

test("a robot's mail is skipped by its headers alone, unless SES has cut them", async () => {
  await agent("one");
  const headers = [...(mailTo([]).headers ?? []), { name: "auto-submitted", value: "auto-replied" }];
  await routeMail(mailTo(["one"], { headers }), deps);
  expect(await runs()).toMatchObject([{ state: "skipped", reason: "auto_submitted" }]);
  await routeMail(mailTo(["one"], { headers: null, ses_message_id: "ses-2" }), deps);
  expect((await runs()).map(({ state }) => state).sort()).toEqual(["received", "skipped"]);
  expect(await jobs()).toBe(1);
});

test("a robot's mail to a digest agent is left to the runner, unless no agent would keep it", async () => {
  await agent("one", false);
  const headers = [...(mailTo([]).headers ?? []), { name: "auto-submitted", value: "auto-replied" }];
  await routeMail(mailTo(["one"], { headers }), deps);
  expect(await runs()).toMatchObject([{ state: "received" }]);
  const verdicts = { ...someRun().verdicts, virus: "FAIL" as const };
  await routeMail(mailTo(["one"], { headers, verdicts, ses_message_id: "ses-2" }), deps);
  expect((await runs()).map(({ state }) => state).sort()).toEqual(["received", "skipped"]);
  expect(await jobs()).toBe(1);
});

test("a mail that arrived with a check switched off logs the line that raises the alarm, and is processed", async () => {
  await agent("one");
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  await routeMail(mailTo(["one"], { checks_off: ["spam", "virus"] }), deps);
  await routeMail(mailTo(["one"]), deps);
  write.mockRestore();
  const alarms = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === "checks_off");
  expect(alarms).toMatchObject([{ checks: "spam virus" }]);
  expect(await runs()).toHaveLength(1);
});

test("a mail that is delivered twice stays one run, and its job is sent again in case the first one was lost", async () => {
  await agent("one");
  for (const _ of [1, 2]) await routeMail(mailTo(["one"]), deps);
  expect(await runs()).toHaveLength(1);
  expect(await jobs()).toBe(2);
});

/** What the sender of webhooks is told. */
async function announced() {
  const jobs = z.array(webhookJob).parse(await takeMessages(aws.sqs, webhooks.queueUrl));
  return jobs.flatMap((job) => (job.kind === "announced" ? job.events : []));
}

test("an arrival is announced to an owner who wants it, again and under the same id when the mail is routed again", async () => {
  await agent("hook");
  await routeMail(mailTo(["hook"]), deps);
  expect(await announced()).toEqual([]);
  await webhooks.endpoints.add(someEndpoint({ user_id, created_at: "2026-01-01T00:00:00.000Z" }));
  await routeMail(mailTo(["hook"]), deps);
  const [first] = await announced();
  expect(first?.payload).toMatchObject({ type: "mail.received", data: { state: "received" } });
  deps = { ...deps, now: () => new Date(Date.parse(RECEIVED_AT) + 60_000) };
  await routeMail(mailTo(["hook"]), deps);
  expect((await announced()).map(({ id }) => id)).toEqual([first?.id]);
});
