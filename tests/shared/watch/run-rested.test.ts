import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { RunReason } from "../../../shared/runs/reasons.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { logRestedRun } from "../../../shared/watch/run-rested.ts";
import { withStopwatch } from "../../../shared/watch/stopwatch.ts";
import { catchLog } from "../../support/logged.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { RECEIVED_AT, someRun } from "../../support/runs.ts";

/** Words that stand in every place where a mail, its writer, its owner's wishes or its answer could be. */
const CANARIES = ["carolcanary", "subjectcanary", "textcanary", "filecanary", "namecanary", "answercanary", "idcanary"];

let world: RunnerWorld;
let log: ReturnType<typeof catchLog>;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  log = catchLog();
});
afterEach(() => log.restore());

async function arrive(name: string, more: Partial<Run> = {}): Promise<Run> {
  const from = `"namecanary" <carolcanary-${name}@shop.example>`;
  const headers = [`From: ${from}`, "Subject: subjectcanary", `Message-ID: <idcanary-${name}@x>`, "MIME-Version: 1.0"];
  const parts = [
    "--b",
    "",
    "textcanary?",
    "--b",
    'Content-Disposition: attachment; filename="filecanary.txt"',
    "",
    "x",
  ];
  const type = ["Content-Type: multipart/mixed; boundary=b", ""];
  const Body = [...headers, ...type, ...parts, "--b--", ""].join("\r\n");
  const object_key = `inbound/${name}`;
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: object_key, Body }));
  const envelope_from = `carolcanary-${name}@shop.example`;
  const known = { from, subject: "subjectcanary", envelope_from, tag: "idcanary" };
  const run = someRun({ run_id: `20261123120000000-${name}`, object_key, ...known, ...more });
  await world.deps.runs.add(run);
  return run;
}

const work = (run: Promise<Run>) => withStopwatch(async () => world.work(await run));
const answers = {
  ...PROVIDER_ANSWERS,
  body: JSON.parse(JSON.stringify(PROVIDER_ANSWERS.body).replaceAll("Hello", "answercanary Hello")),
};

test("a run that is answered writes one line, with its times, tokens and cost, and metrics in it", async () => {
  world.provider.say(answers);
  world.ses.say(SES_SENDS);
  world.setClock(new Date(Date.parse(RECEIVED_AT) + 4_000));
  const run = await work(arrive("a1"));
  expect(run).toMatchObject({ state: "replied" });
  const lines = log.of("run_rested");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    ...{ run_id: "20261123120000000-a1", user_id: "alice", state: "replied", reason: "none" },
    ...{ provider: "openai", model: "gpt-4", paid_by: "owner", attempts: 0, calls_lost: 0 },
    ...{ tokens_in: expect.any(Number), tokens_out: expect.any(Number), cost_nano_usd: expect.any(Number) },
    ...{ ms_total: 4_000, ms_read: expect.any(Number), ms_reserve: expect.any(Number), ms_open: expect.any(Number) },
    ...{ ms_ask: expect.any(Number), ms_store: expect.any(Number), ms_send: expect.any(Number) },
    ...{ Outcomes: 1, MailToReply: 4_000 },
    _aws: {
      Timestamp: Date.parse(RECEIVED_AT) + 4_000,
      CloudWatchMetrics: [
        {
          Namespace: "Latchkey",
          Dimensions: [["state"], ["state", "reason"]],
          Metrics: [{ Name: "Outcomes", Unit: "Count" }],
        },
        { Namespace: "Latchkey", Dimensions: [[]], Metrics: [{ Name: "MailToReply", Unit: "Milliseconds" }] },
      ],
    },
  });
});

test("no line of any outcome holds an address, a subject, a text, a file's name or an answer", async () => {
  world.provider.say(answers);
  world.ses.say(SES_SENDS);
  world.setClock(new Date(RECEIVED_AT));
  await work(arrive("b1"));
  world.ses.say({ status: 400, body: sesError("MessageRejected", "answercanary carolcanary") });
  await work(arrive("b2"));
  world.ses.say({ status: 403, body: sesError("AccessDenied", "carolcanary@shop.example is not allowed") });
  await work(arrive("b3"));
  world.provider.say({ status: 401, body: '{"error":{"message":"textcanary","code":"invalid_api_key"}}' });
  await work(arrive("b4"));
  await work(arrive("b5", { verdicts: { ...someRun().verdicts, dmarc: "FAIL" } }));
  expect(log.of("run_rested").map(({ state }) => state)).toEqual(["replied", "held", "held", "skipped"]);
  for (const canary of CANARIES) expect(log.text()).not.toContain(canary);
  // An operator's fault is named, and its frames, which are the SDK's, are left out.
  expect(log.of("sending_blocked")).toEqual([
    { at: expect.any(String), event: "sending_blocked", error: "AccessDenied", status: 403 },
  ]);
});

test("a run that waits writes none, and one that is held says why and whose fault it is", async () => {
  world.provider.say({ status: 500, body: '{"error":{"message":"answercanary"}}' });
  world.setClock(new Date(RECEIVED_AT));
  await world.storeKey("openai", "sk-test-alice-9876543210", "gpt-4");
  const waiting = await arrive("a2");
  await world.work(waiting);
  expect(log.of("run_rested")).toEqual([]);
  expect(log.of("provider_called")).toMatchObject([
    { provider: "openai", user_id: "alice", outcome: "down", code: "provider_down", ProviderErrors: 1 },
  ]);
  world.setClock(new Date(Date.parse(RECEIVED_AT) + 49 * 3_600_000));
  await world.work(waiting);
  expect(log.of("run_rested")).toMatchObject([{ state: "held", reason: "too_old", Outcomes: 1, HeldByOperators: 1 }]);
});

test("reopening a held run writes one more line, and a second request none", async () => {
  const run = await arrive("a3", { state: "held", reason: "spam" });
  expect(log.of("run_rested")).toHaveLength(1);
  expect(await world.deps.runs.apply(run, { type: "drop" }, new Date())).toMatchObject({ state: "skipped" });
  expect(await world.deps.runs.apply(run, { type: "drop" }, new Date())).toBeUndefined();
  expect(log.of("run_rested").map(({ state, reason }) => [state, reason])).toEqual([
    ["held", "spam"],
    ["skipped", "dropped"],
  ]);
});

function sesError(code: string, message: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}

test.each([
  ["answered unasked", {}, true],
  ["answered to its owner's test", { is_test: true }, false],
  ["answered when its owner reopened it", { reopened_at: RECEIVED_AT }, false],
  ["answered when its owner approved the draft", { approved: true }, false],
  ["held", { state: "held", reason: "spam" }, false],
] as const)("how long a mail took to its reply is measured of one that is %s: %s", (_, changes, isMeasured) => {
  const run = someRun({ state: "replied", next_check_at: undefined, ...changes });
  logRestedRun(run, new Date(Date.parse(RECEIVED_AT) + 7_000));
  const [line] = log.of("run_rested");
  expect(line).toMatchObject({ ms_total: 7_000 });
  expect(Object(line).MailToReply).toBe(isMeasured ? 7_000 : undefined);
});

test("a run that is held through no fault of its owner or writer counts against the operators, and no other does", () => {
  const counted = (reason: RunReason) => {
    logRestedRun(someRun({ state: "held", reason }), new Date(RECEIVED_AT));
    return Object(log.of("run_rested").at(-1)).HeldByOperators;
  };
  const operators: RunReason[] = ["broke_down", "mail_unreadable", "key_unreadable", "send_refused"];
  operators.push("may_have_been_sent", "too_old", "verdict_missing");
  expect(operators.map(counted)).toEqual(operators.map(() => 1));
  for (const reason of ["spam", "key_rejected", "agent_paused"] as const) expect(counted(reason)).toBeUndefined();
});
