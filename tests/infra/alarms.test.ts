import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { FUNCTIONS } from "../../infra/bundles.ts";
import { PHASE } from "../../infra/kept.ts";
import { PAGES } from "../../infra/watch/pages.ts";
import { PROVIDERS } from "../../shared/providers/registry.ts";
import { templateWith } from "./stack-with.ts";
import { readable, resourcesOf } from "./template.ts";

const properties = z.looseObject({
  AlarmDescription: z.string(),
  MetricName: z.string().optional(),
  Namespace: z.string().optional(),
  TreatMissingData: z.string(),
});
const alarms = resourcesOf("AWS::CloudWatch::Alarm").map(([, alarm]) => properties.parse(alarm.Properties));
const ofMetric = (name: string) => alarms.filter(({ MetricName }) => MetricName === name);

test("every function has alarms for its errors and throttles, and their sentences name the function", () => {
  for (const metric of ["Errors", "Throttles"]) {
    const said = ofMetric(metric).map(({ AlarmDescription }) => AlarmDescription);
    expect(said).toHaveLength(FUNCTIONS.length);
    for (const name of FUNCTIONS) expect(said.filter((text) => text.includes(` ${name} `))).toHaveLength(1);
  }
});

test("an alarm goes up for dead letters and for old messages of every queue, and names whose work it is", () => {
  const mails = ["mail-router", "agent-runner", "delivery-events", "notifier", "operator-mail"];
  const workers = [...mails, "account-deletion", "webhook-sender"];
  for (const metric of ["ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage"]) {
    const said = ofMetric(metric).map(({ AlarmDescription }) => AlarmDescription);
    expect(said).toHaveLength(workers.length);
    for (const worker of workers) expect(said.filter((text) => text.includes(`for ${worker} `))).toHaveLength(1);
  }
});

test.each([
  ["the router's log line for a check that SES left out", '$.event = "checks_off"', "ChecksOff"],
  ["the runner's log line for sending that SES refuses", '$.event = "sending_blocked"', "SendingBlocked"],
  ["the runner's log line for a provider that refuses our location", '$.event = "place_blocked"', "PlaceBlocked"],
  ["the runner's log line for the reply cap of all owners together", '$.event = "platform_cap"', "PlatformCap"],
  ["the log line of auth for the cap on mailed codes", '$.event = "codes_capped"', "CodesCapped"],
  ["an API function's log line for a 5xx answer", '$.event = "request_failed"', "RequestFailed-auth"],
])("there is an alarm for %s", (_, pattern, metric) => {
  const filters = resourcesOf("AWS::Logs::MetricFilter").map(([, { Properties }]) => Properties);
  expect(filters).toContainEqual(
    expect.objectContaining({
      FilterPattern: `{ ${pattern} }`,
      MetricTransformations: [expect.objectContaining({ MetricName: metric, MetricValue: "1" })],
    }),
  );
  expect(ofMetric(metric)).toHaveLength(1);
});

test("there are alarms for the API's 5xx answers and slowest calls", () => {
  expect(ofMetric("5xx")).toMatchObject([{ Namespace: "AWS/ApiGateway", Threshold: 5 }]);
  expect(ofMetric("Latency")).toMatchObject([{ Namespace: "AWS/ApiGateway", ExtendedStatistic: "p95" }]);
});

test("there is an alarm if either function gets KMS's error for a disabled, pending or deleted key", () => {
  const filters = resourcesOf("AWS::Logs::MetricFilter").map(([, { Properties }]) =>
    String(Properties["FilterPattern"]),
  );
  const ofKey = filters.filter((pattern) => pattern.includes('$.error = "KMSInvalidStateException"'));
  expect(ofKey).toHaveLength(2);
  for (const pattern of ofKey) expect(pattern).toContain('$.error = "DisabledException"');
});

test("a new stack raises no alarm for a sweeper that has not run yet", () => {
  const made = templateWith({ [PHASE]: "first" }).findResources("AWS::CloudWatch::Alarm");
  const missing = Object.values(made).map((alarm) => properties.parse(alarm["Properties"]).TreatMissingData);
  expect(missing.filter((treated) => treated === "missing")).toHaveLength(1);
  expect(missing).not.toContain("breaching");
});

test("only the sweeper's alarm treats missing data as a fault", () => {
  const breaching = alarms.filter(({ TreatMissingData }) => TreatMissingData === "breaching");
  expect(breaching).toMatchObject([
    { MetricName: "Invocations", ComparisonOperator: "LessThanThreshold", Threshold: 1, Period: 900 },
  ]);
});

test("there is an alarm for each provider that is down for many owners, and it counts owners instead of calls", () => {
  const rules = resourcesOf("AWS::CloudWatch::InsightRule").map(([, { Properties }]) => Properties);
  expect(rules.map(({ RuleName }) => RuleName)).toEqual(PROVIDERS.map((id) => `Latchkey-${id}-down`));
  for (const { RuleBody } of rules) expect(readable(RuleBody)).toContain('"Keys":["$.user_id"]');
  const text = JSON.stringify(alarms);
  for (const id of PROVIDERS) {
    expect(text).toContain(`INSIGHT_RULE_METRIC(\\"Latchkey-${id}-down\\", \\"UniqueContributors\\")`);
  }
});

/** Makes the anchors of headings as GitHub does. */
const anchors = (path: string) =>
  [...readFileSync(path, "utf8").matchAll(/^## (.+)$/gm)].map(([, heading]) =>
    String(heading)
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );

test("each alarm has a section of docs/alarms.md, and each section an alarm", () => {
  const named = alarms.map(({ AlarmDescription }) => / See docs\/alarms\.md#([\w-]+)$/.exec(AlarmDescription)?.[1]);
  expect(new Set(named)).toEqual(new Set(PAGES));
  expect(anchors("docs/alarms.md")).toEqual([...PAGES]);
});

test("the runbook sections that docs/alarms.md links to exist", () => {
  const links = [...readFileSync("docs/alarms.md", "utf8").matchAll(/\(runbook\.md#([\w-]+)\)/g)].map(([, to]) => to);
  expect(links.length).toBeGreaterThan(4);
  expect(anchors("docs/runbook.md")).toEqual(expect.arrayContaining(links));
});

test("with an address, disabling the key or scheduling its deletion is reported at once", () => {
  templateWith({ alarmAddress: "ops@example.com" }).hasResourceProperties("AWS::Events::Rule", {
    EventPattern: { detail: { eventName: ["DisableKey", "ScheduleKeyDeletion"] } },
  });
  templateWith().resourceCountIs("AWS::Events::Rule", 0);
});
