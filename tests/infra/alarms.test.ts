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

test("an alarm goes up for every function's errors and throttles, and its sentence names the function", () => {
  for (const metric of ["Errors", "Throttles"]) {
    const said = ofMetric(metric).map(({ AlarmDescription }) => AlarmDescription);
    expect(said).toHaveLength(FUNCTIONS.length);
    for (const name of FUNCTIONS) expect(said.filter((text) => text.includes(` ${name} `))).toHaveLength(1);
  }
});

test("an alarm goes up for dead letters and for old messages of every queue, and names whose work it is", () => {
  const workers = ["mail-router", "agent-runner", "delivery-events", "notifier", "operator-mail", "account-deletion"];
  for (const metric of ["ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage"]) {
    const said = ofMetric(metric).map(({ AlarmDescription }) => AlarmDescription);
    expect(said).toHaveLength(workers.length);
    for (const worker of workers) expect(said.filter((text) => text.includes(`for ${worker} `))).toHaveLength(1);
  }
});

test.each([
  ["the router's line that SES leaves out a check", '$.event = "checks_off"', "ChecksOff"],
  ["the runner's line that SES takes no mail from this account", '$.event = "sending_blocked"', "SendingBlocked"],
  ["the runner's line that a provider takes no calls from where it runs", '$.event = "place_blocked"', "PlaceBlocked"],
  ["the runner's line that all owners together have sent what they may", '$.event = "platform_cap"', "PlatformCap"],
  ["the sign-in's line that no more codes are mailed", '$.event = "codes_capped"', "CodesCapped"],
  ["an API function's line that it answered with a 5xx", '$.event = "request_failed"', "RequestFailed-auth"],
])("an alarm goes up for %s", (_, pattern, metric) => {
  const filters = resourcesOf("AWS::Logs::MetricFilter").map(([, { Properties }]) => Properties);
  expect(filters).toContainEqual(
    expect.objectContaining({
      FilterPattern: `{ ${pattern} }`,
      MetricTransformations: [expect.objectContaining({ MetricName: metric, MetricValue: "1" })],
    }),
  );
  expect(ofMetric(metric)).toHaveLength(1);
});

test("an alarm goes up for what the API's callers see: its 5xx and its slowest calls", () => {
  expect(ofMetric("5xx")).toMatchObject([{ Namespace: "AWS/ApiGateway", Threshold: 5 }]);
  expect(ofMetric("Latency")).toMatchObject([{ Namespace: "AWS/ApiGateway", ExtendedStatistic: "p95" }]);
});

test("an alarm goes up where KMS says in either function that the key is disabled, waits for its end, or is gone", () => {
  const filters = resourcesOf("AWS::Logs::MetricFilter").map(([, { Properties }]) =>
    String(Properties["FilterPattern"]),
  );
  const ofKey = filters.filter((pattern) => pattern.includes('$.error = "KMSInvalidStateException"'));
  expect(ofKey).toHaveLength(2);
  for (const pattern of ofKey) expect(pattern).toContain('$.error = "DisabledException"');
});

test("a stack that is just being made is not blamed for a sweeper that has not run yet", () => {
  const made = templateWith({ [PHASE]: "first" }).findResources("AWS::CloudWatch::Alarm");
  const missing = Object.values(made).map((alarm) => properties.parse(alarm["Properties"]).TreatMissingData);
  expect(missing.filter((treated) => treated === "missing")).toHaveLength(1);
  expect(missing).not.toContain("breaching");
});

test("silence is bad for the sweeper alone", () => {
  const breaching = alarms.filter(({ TreatMissingData }) => TreatMissingData === "breaching");
  expect(breaching).toMatchObject([
    { MetricName: "Invocations", ComparisonOperator: "LessThanThreshold", Threshold: 1, Period: 900 },
  ]);
});

test("an alarm goes up for each provider that is down for many owners, who are counted and not their calls", () => {
  const rules = resourcesOf("AWS::CloudWatch::InsightRule").map(([, { Properties }]) => Properties);
  expect(rules.map(({ RuleName }) => RuleName)).toEqual(PROVIDERS.map((id) => `Latchkey-${id}-down`));
  for (const { RuleBody } of rules) expect(readable(RuleBody)).toContain('"Keys":["$.user_id"]');
  const text = JSON.stringify(alarms);
  for (const id of PROVIDERS) {
    expect(text).toContain(`INSIGHT_RULE_METRIC(\\"Latchkey-${id}-down\\", \\"UniqueContributors\\")`);
  }
});

/** As GitHub makes them. */
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

test("what docs/alarms.md sends to in the runbook is there", () => {
  const links = [...readFileSync("docs/alarms.md", "utf8").matchAll(/\(runbook\.md#([\w-]+)\)/g)].map(([, to]) => to);
  expect(links.length).toBeGreaterThan(4);
  expect(anchors("docs/runbook.md")).toEqual(expect.arrayContaining(links));
});

test("with an address somebody is told at once who disables the key or schedules its deletion", () => {
  templateWith({ alarmAddress: "ops@example.com" }).hasResourceProperties("AWS::Events::Rule", {
    EventPattern: { detail: { eventName: ["DisableKey", "ScheduleKeyDeletion"] } },
  });
  templateWith().resourceCountIs("AWS::Events::Rule", 0);
});
