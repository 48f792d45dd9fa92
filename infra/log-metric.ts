import { Duration, Stack } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type IFilterPattern, type LogGroup } from "aws-cdk-lib/aws-logs";
import type { LatchkeyFunction } from "./function.ts";

/** Counts a function's log lines of one event: the sum of five minutes. */
export function countLines({ log }: LatchkeyFunction, event: string, metricName: string): Metric {
  return count(log, FilterPattern.stringValue("$.event", "=", event), metricName);
}

/** Counts a function's log lines that name one of these errors of AWS's. */
export function countErrors({ log }: LatchkeyFunction, errors: string[], metricName: string): Metric {
  return count(
    log,
    FilterPattern.any(...errors.map((it) => FilterPattern.stringValue("$.error", "=", it))),
    metricName,
  );
}

function count(log: LogGroup, filterPattern: IFilterPattern, metricName: string): Metric {
  const filter = log.addMetricFilter(metricName, {
    filterPattern,
    metricNamespace: Stack.of(log).stackName,
    metricName,
  });
  return filter.metric({ statistic: "Sum", period: Duration.minutes(5) });
}
