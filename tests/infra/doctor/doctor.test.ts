import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readArguments } from "../../../infra/doctor/arguments.ts";
import { doctor } from "../../../infra/doctor/doctor.ts";
import { DOMAIN, healthyAccount, noStack, stackOf, TOKENS } from "../../support/account.ts";
import { xml } from "../../support/aws-stub.ts";
import { type Operator, withOperator } from "../../support/operator.ts";

const operator = withOperator();
/** The web server's answers by path. */
let pages: Record<string, string>;
let web: Server;
let url: string;

beforeEach(async () => {
  pages = { "/": "<!doctype html><html></html>", "/api/openapi.json": '{"openapi":"3.1.0"}' };
  web = createServer(({ url: path = "" }, response) => {
    const page = pages[path];
    response.writeHead(page === undefined ? 502 : 200).end(page);
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  const at = web.address();
  if (at === null || typeof at === "string") throw new Error("A server listens on a port.");
  url = `http://127.0.0.1:${at.port}`;
  Object.assign(operator().answers, healthyAccount({ WebUrl: url, ApiUrl: url }));
  Object.assign(operator().zone, {
    [`${DOMAIN} MX`]: ["10 inbound-smtp.eu-west-1.amazonaws.com"],
    [`bounce.${DOMAIN} MX`]: ["10 feedback-smtp.eu-west-1.amazonses.com"],
    [`bounce.${DOMAIN} TXT`]: ["v=spf1 include:amazonses.com -all"],
    [`_dmarc.${DOMAIN} TXT`]: ["v=DMARC1; p=reject; rua=mailto:dmarc@example.com"],
    ...Object.fromEntries(
      TOKENS.map((token) => [`${token}._domainkey.${DOMAIN} CNAME`, [`${token}.dkim.amazonses.com`]]),
    ),
  });
});
afterEach(() => new Promise((resolve) => web.close(resolve)));

function run(at: Operator = operator()) {
  return doctor(at.stage({ alarmAddress: "ops@example.com" }), undefined, at.deps);
}

test("a healthy stack is reported as such, with the command for a test mail", async () => {
  const code = await run();
  expect(operator().said.filter((line) => !line.startsWith("ok"))).toEqual([
    expect.stringMatching(/^note {3}No mail was tried.*--as E-MAIL/),
    "All is well.",
  ]);
  expect(code).toBe(0);
});

const dead = { GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: "3" } } };
const rule = { Name: "Latchkey-inbound", Enabled: true, Recipients: [DOMAIN] };
const rules = (...Rules: object[]) => ({
  DescribeActiveReceiptRuleSet: xml({ Metadata: { Name: "our-rules" }, Rules }),
});

/** One fault at a time, and the sentence about it. */
const FAULTS: [string, Record<string, unknown>, RegExp][] = [
  ["a stuck stack", { DescribeStacks: stackOf("UPDATE_ROLLBACK_FAILED") }, /is UPDATE_ROLLBACK_FAILED.*Events/],
  [
    "no active rule set",
    { DescribeActiveReceiptRuleSet: "" },
    /refuses all mail.*set-active-receipt-rule-set --rule-set-name our-rules/,
  ],
  ["another active rule set", rules({ Name: "other", Enabled: true }), /the rule Latchkey-inbound is not in it/],
  ["a rule that is off", rules({ ...rule, Enabled: false }), /Latchkey-inbound is switched off/],
  ["a rule for another domain", rules({ ...rule, Recipients: ["old.example.com"] }), /is not for agents.example.com/],
  [
    "a rule before ours that stops",
    rules({ Name: "all", Enabled: true, Actions: [{ StopAction: { Scope: "RuleSet" } }] }, rule),
    /all stands before Latchkey-inbound/,
  ],
  [
    "a key that is going to be deleted",
    { DescribeKey: { KeyMetadata: { KeyId: "key-1", KeyState: "PendingDeletion" } } },
    /PendingDeletion.*aws kms cancel-key-deletion --key-id key-1/,
  ],
  [
    "a key that is disabled",
    { DescribeKey: { KeyMetadata: { KeyId: "key-1", KeyState: "Disabled" } } },
    /Disabled.*aws kms enable-key/,
  ],
  ["dead letters", dead, /3 messages have died in AgentRunsJobsDeadLetters.*npm run redrive/],
  [
    "a trigger that is off",
    {
      "GET /2015-03-31/event-source-mappings": {
        EventSourceMappings: [
          { FunctionArn: "arn:aws:lambda:eu-west-1:1:function:Latchkey-runner", State: "Disabled" },
        ],
      },
    },
    /feeds Latchkey-runner is Disabled/,
  ],
  [
    "a trigger that is gone",
    { "GET /2015-03-31/event-source-mappings": { EventSourceMappings: [] } },
    /1 of 1 queues feed no function/,
  ],
  [
    "an alarm",
    { DescribeAlarms: { MetricAlarms: [{ AlarmName: "Latchkey-x", AlarmDescription: "A function fails." }] } },
    /Alarm Latchkey-x: A function fails/,
  ],
  ["throttled calls", { GetMetricStatistics: { Datapoints: [{ Sum: 12 }] } }, /turned 12 calls away.*Service Quotas/],
  [
    "paused sending",
    {
      "GET /v2/email/account": {
        ProductionAccessEnabled: true,
        SendingEnabled: false,
        SendQuota: { Max24HourSend: 50_000 },
      },
    },
    /paused all sending/,
  ],
  [
    "a MAIL FROM that SES does not use",
    {
      [`GET /v2/email/identities/${DOMAIN}`]: {
        VerifiedForSendingStatus: true,
        DkimAttributes: { Tokens: TOKENS },
        MailFromAttributes: { MailFromDomain: `bounce.${DOMAIN}`, MailFromDomainStatus: "FAILED" },
      },
    },
    /bounce.agents.example.com as the envelope sender yet \(FAILED\)/,
  ],
  [
    "an alarm mail that nobody confirmed",
    { ListSubscriptionsByTopic: xml({ Subscriptions: [] }) },
    /Confirm the mail .* ops@example.com/,
  ],
];

test.each(FAULTS)("%s is reported in one sentence, with the remedy", async (_, answers, sentence) => {
  Object.assign(operator().answers, answers);
  if (_ === "a stuck stack")
    operator().answers["DescribeStacks"] = stackOf("UPDATE_ROLLBACK_FAILED", { WebUrl: url, ApiUrl: url });
  expect(await run()).toBe(1);
  const wrong = operator().said.filter((line) => /^(STOP|to do)/.test(line));
  expect(wrong).toEqual([expect.stringMatching(sentence)]);
  expect(operator().said.at(-1)).toBe("1 to see to.");
});

test("a check that AWS refuses is not reported as well", async () => {
  delete operator().answers["DescribeKey"];
  expect(await run()).toBe(1);
  expect(operator().said).toContainEqual(
    expect.stringMatching(/^\? {6}The KMS key could not be looked at: AccessDenied/),
  );
});

test("a web app and an API that do not answer are reported separately", async () => {
  pages = { "/": "<html></html>" };
  expect(await run()).toBe(1);
  const wrong = operator().said.filter((line) => line.startsWith("STOP"));
  expect(wrong).toEqual([
    expect.stringMatching(/The API: .* says 502/),
    expect.stringMatching(/under the web app's name: CloudFront says 502/),
  ]);
});

test("the error for a missing stack says where to look", async () => {
  operator().answers["DescribeStacks"] = noStack;
  expect(await run()).toBe(1);
  expect(operator().said.at(-1)).toMatch(/^STOP.*no stack Latchkey.*AWS_REGION/);
});

test("it takes the options that its help lists", () => {
  expect(readArguments(["--help"])).toBeUndefined();
  const given = ["--stage", "test", "--as", "ops@example.com", "--dns", "192.0.2.1"];
  expect(readArguments(given)).toEqual({ stage: "test", settings: [], as: "ops@example.com", dns: "192.0.2.1" });
});
