import type { LogFields } from "../log.ts";

type Unit = "Count" | "Milliseconds" | "None";
type Values = Record<string, [value: number, unit: Unit]>;

/** Metrics that CloudWatch adds up by the same fields of the line; `[]` is all together. */
export type MetricGroup = { by: string[][]; values: Values };

/**
 * One JSON line that is a log line and its metrics at once: CloudWatch Logs takes the numbers out of it (embedded metric
 * format), so that nothing is called and nothing is waited for.
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

/** The stack's name, so that two stages in one account do not mix (infra/function.ts sets it). */
function namespace(): string {
  return process.env["LATCHKEY_STACK"] ?? "Latchkey";
}
