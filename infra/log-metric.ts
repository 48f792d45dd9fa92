import { Duration, Stack } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern } from "aws-cdk-lib/aws-logs";
import type { LatchkeyFunction } from "./function.ts";

/** Counts a function's log lines of one event: the sum of five minutes. */
export function countLines({ log }: LatchkeyFunction, event: string, metricName: string): Metric {
  const filter = log.addMetricFilter(metricName, {
    filterPattern: FilterPattern.stringValue("$.event", "=", event),
    metricNamespace: Stack.of(log).stackName,
    metricName,
  });
  return filter.metric({ statistic: "Sum", period: Duration.minutes(5) });
}
