import { Duration } from "aws-cdk-lib";
import {
  type Alarm,
  AlarmStatusWidget,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  MathExpression,
  Metric,
  SingleValueWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { REGISTRY } from "../../shared/providers/registry.ts";
import { ownMetric, PERIOD } from "./metrics.ts";
import type { Watched } from "./watched.ts";

const HEIGHT = 6;
const PERCENTILES = ["p50", "p95", "p99"];

export function isItWorking(scope: Construct, { alarms }: { alarms: Alarm[] }): IWidget[] {
  const outcome = (state: string) => ownMetric(scope, "Outcomes", "Sum", { state }, state);
  const states = ["replied", "drafted", "held", "skipped"].map(outcome);
  return [
    new AlarmStatusWidget({ title: "Alarms", alarms, width: 12, height: HEIGHT }),
    new SingleValueWidget({
      title: "Mails in this period, and their outcomes",
      metrics: [ownMetric(scope, "MailsIn", "Sum", {}, "mails in"), ...states],
      setPeriodToTimeRange: true,
      width: 7,
      height: HEIGHT,
    }),
    new SingleValueWidget({
      title: "From mail to reply",
      metrics: PERCENTILES.map((each) => ownMetric(scope, "MailToReply", each, {}, each)),
      setPeriodToTimeRange: true,
      width: 5,
      height: HEIGHT,
    }),
  ];
}

/** Shows ids only. An operator may look up their owners in the table `users`. */
export function affectedRow({ runs, apiFunctions }: Watched): IWidget[] {
  const runner = [runs.runner.log.logGroupName];
  const api = Object.values(apiFunctions.byName).map(({ log }) => log.logGroupName);
  return [
    table("Owners whose mails are held", runner, [
      'filter event = "run_rested" and state = "held"',
      "stats count() as mails, latest(reason) as last_reason by user_id",
      "sort mails desc",
      "limit 20",
    ]),
    table("Providers that failed, for how many owners", runner, [
      'filter event = "provider_called" and outcome != "answered"',
      "stats count_distinct(user_id) as owners, count() as calls by provider, code",
      "sort owners desc",
    ]),
    table("API calls that failed on our side", api, [
      'filter event = "request_failed"',
      "stats count() as calls, latest(at) as last by route, error",
      "sort calls desc",
    ]),
  ];
}

function table(title: string, logGroupNames: string[], queryLines: string[]): IWidget {
  const view = LogQueryVisualizationType.TABLE;
  return new LogQueryWidget({ title, logGroupNames, queryLines, view, width: 8, height: HEIGHT });
}

export function historyRow(scope: Construct, { api, queues }: Watched): IWidget[] {
  const byReason = `SEARCH('{${namespaceOf(scope)},state,reason} MetricName="Outcomes"', 'Sum', ${PERIOD.toSeconds()})`;
  const perProvider = (name: string, statistic: string, unit: string) =>
    REGISTRY.map(({ id }) => ownMetric(scope, name, statistic, { provider: id }, `${id} ${unit}`));
  return [
    graph("Outcomes by reason", [new MathExpression({ expression: byReason, period: PERIOD, label: "" })]),
    graph("Age of the oldest message (s)", ages(queues)),
    graph(
      "API: 5xx, and the 95th percentile of latency",
      [api.http.metricServerError({ period: PERIOD, statistic: "Sum", label: "5xx" })],
      [api.http.metricLatency({ period: PERIOD, statistic: "p95", label: "p95 (ms)" })],
    ),
    graph(
      "Providers: failed calls, and call times",
      perProvider("ProviderErrors", "Sum", "failed"),
      perProvider("ProviderLatency", "p95", "p95 (ms)"),
    ),
  ];
}

function ages(queues: Watched["queues"]): IMetric[] {
  return queues.map(({ queue, worker }) =>
    queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: "Maximum", label: worker }),
  );
}

export function costRow(scope: Construct, { runs, functions }: Watched): IWidget[] {
  const hour = Duration.hours(1);
  const paid = REGISTRY.map(({ id, name }) => ownMetric(scope, "ProviderCost", "Sum", { provider: id }, name));
  const time = functions.map(({ name, lambda }) =>
    lambda.metricDuration({ period: hour, statistic: "Sum", label: name }),
  );
  const sends = new Metric({
    namespace: "AWS/SES",
    metricName: "Send",
    statistic: "Sum",
    period: hour,
    label: "mails sent",
  });
  return [
    graph(
      "Owners' cost at their providers (USD)",
      paid.map((metric) => metric.with({ period: hour })),
    ),
    graph("Lambda: milliseconds by function", time),
    graph(
      "SES: mails sent",
      [sends],
      [runs.runner.lambda.metricInvocations({ period: hour, statistic: "Sum", label: "runner's invocations" })],
    ),
    graph("Held for an operator", [ownMetric(scope, "HeldByOperators", "Sum", {}, "mails")]),
  ];
}

function graph(title: string, left: IMetric[], right: IMetric[] = []): IWidget {
  return new GraphWidget({ title, left, right, width: 6, height: HEIGHT, stacked: false });
}

function namespaceOf(scope: Construct): string {
  return ownMetric(scope, "Outcomes", "Sum").namespace;
}
