import { Stack } from "aws-cdk-lib";
import { CfnInsightRule, MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { REGISTRY } from "../../shared/providers/registry.ts";
import type { AlarmSpec } from "./alarm.ts";
import { PERIOD } from "./metrics.ts";
import type { Watched } from "./watched.ts";

/** A failure for one owner may lie in that owner's account. Three owners in five minutes mean the provider or our network. */
const MANY_OWNERS = 3;

/** Alarms for providers that answer nobody, or that refuse calls from our location. */
export function providerAlarms(scope: Construct, { runs }: Watched): AlarmSpec[] {
  return [
    {
      id: "PlaceBlocked",
      page: "a-provider-takes-no-calls-from-here",
      says: "A provider refuses calls from the Region or network of agent-runner; the mails for it wait.",
      metric: runs.placeBlocked,
    },
    ...REGISTRY.map(
      ({ id, name }): AlarmSpec => ({
        id: `DownForMany-${id}`,
        page: "a-provider-fails-for-many-owners",
        says: `${name} is down for three or more owners at once, as seen by agent-runner; their mails wait.`,
        metric: ownersFailing(scope, id, runs.runner.log),
        periods: 2,
        from: MANY_OWNERS,
      }),
    ),
  ];
}

/**
 * Counts for how many different owners a provider has failed. A metric counts only calls, so Contributor Insights counts
 * the log lines by owner.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContributorInsights-GraphReportData.html
 */
function ownersFailing(scope: Construct, provider: string, log: LogGroup): MathExpression {
  const ruleName = `${Stack.of(scope).stackName}-${provider}-down`;
  const match = (field: string, value: string) => ({ Match: `$.${field}`, In: [value] });
  new CfnInsightRule(scope, `Owners-${provider}`, {
    ruleName,
    ruleState: "ENABLED",
    ruleBody: Stack.of(scope).toJsonString({
      Schema: { Name: "CloudWatchLogRule", Version: 1 },
      LogGroupNames: [log.logGroupName],
      LogFormat: "JSON",
      Contribution: {
        Keys: ["$.user_id"],
        Filters: [match("event", "provider_called"), match("outcome", "down"), match("provider", provider)],
      },
      AggregateOn: "Count",
    }),
  });
  const expression = `INSIGHT_RULE_METRIC("${ruleName}", "UniqueContributors")`;
  return new MathExpression({ expression, period: PERIOD, label: provider });
}
