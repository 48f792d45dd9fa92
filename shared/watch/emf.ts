import type { LogFields } from "../log.ts";

type Unit = "Count" | "Milliseconds" | "None";
type Values = Record<string, [value: number, unit: Unit]>;

/** Metrics with the same dimensions. Each dimension is a field of the line, and `[]` sums up all lines. */
export type MetricGroup = { by: string[][]; values: Values };

/**
 * Writes one JSON line that is a log line and its metrics. CloudWatch Logs extracts the metrics (embedded metric format),
 * so no call is made and nothing waits.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 * @param fields as for `log`: ids, counts and codes of our own. Each field that a group is `by` must be a string.
 */
export function logMetrics(event: string, fields: LogFields, groups: MetricGroup[], now = new Date()): void {
  const given = groups.filter(({ values }) => Object.keys(values).length > 0);
  const values = given.flatMap((group) => Object.entries(group.values).map(([name, [value]]) => [name, value]));
  const line = {
    at: now.toISOString(),
    event,
    ...fields,
    ...Object.fromEntries(values),
    ...(given.length > 0 && { _aws: { Timestamp: now.getTime(), CloudWatchMetrics: given.map(directive) } }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function directive({ by, values }: MetricGroup) {
  return {
    Namespace: namespace(),
    Dimensions: by,
    Metrics: Object.entries(values).map(([Name, [, Unit]]) => ({ Name, Unit })),
  };
}

/** The stack's name keeps the metrics of two stages in one account apart (infra/function.ts sets it). */
function namespace(): string {
  return process.env["LATCHKEY_STACK"] ?? "Latchkey";
}
