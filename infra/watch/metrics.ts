import { Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";

export const PERIOD = Duration.minutes(5);

/** A metric that a function writes into its log lines (shared/watch/). @param by its dimensions */
export function ownMetric(
  scope: Construct,
  metricName: string,
  statistic: string,
  by: Record<string, string> = {},
  label?: string,
): Metric {
  const namespace = Stack.of(scope).stackName;
  return new Metric({ namespace, metricName, statistic, period: PERIOD, dimensionsMap: by, ...(label && { label }) });
}

/** The reputation of the whole account at SES: https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html */
export function reputation(metricName: "Reputation.BounceRate" | "Reputation.ComplaintRate"): Metric {
  return new Metric({ namespace: "AWS/SES", metricName, statistic: "Maximum", period: Duration.hours(1) });
}
