import { Duration } from "aws-cdk-lib";
import type { AlarmSpec } from "./alarm.ts";
import { PERIOD } from "./metrics.ts";
import type { Watched } from "./watched.ts";

/**
 * Messages are delayed by at most 15 minutes, and jobs of account-deletion by 20. A message that is an hour old is not
 * being taken.
 */
const TOO_OLD_SECONDS = 3_600;

/** Alarms for functions, queues and schedules whose work fails, waits or does not begin. */
export function workAlarms({ queues, functions, sweeper }: Watched): AlarmSpec[] {
  return [
    ...queues.flatMap(({ deadLetters, queue, worker }): AlarmSpec[] => [
      {
        id: `DeadLettersOf-${worker}`,
        page: "work-has-failed-five-times",
        says: `Work for ${worker} has failed five times and waits in its dead-letter queue.`,
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: "Maximum" }),
      },
      {
        id: `OldestFor-${worker}`,
        page: "work-waits-too-long",
        says: `The oldest message for ${worker} has waited for more than an hour.`,
        metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: "Maximum" }),
        from: TOO_OLD_SECONDS,
      },
    ]),
    ...functions.flatMap(({ name, lambda }): AlarmSpec[] => [
      {
        id: `ErrorsOf-${name}`,
        page: "a-function-fails",
        says: `The function ${name} fails: an uncaught error, or a timeout.`,
        metric: lambda.metricErrors({ period: PERIOD, statistic: "Sum" }),
      },
      {
        id: `ThrottlesOf-${name}`,
        page: "a-function-is-throttled",
        says: `Lambda does not run ${name} as often as it is called: the account's concurrency is used up.`,
        metric: lambda.metricThrottles({ period: PERIOD, statistic: "Sum" }),
        periods: 3,
      },
    ]),
    {
      id: "SweeperSilent",
      page: "the-sweeper-did-not-run",
      says: "The function sweeper has not run for 15 minutes: runs whose job was lost are not resumed.",
      metric: sweeper.lambda.metricInvocations({ period: Duration.minutes(15), statistic: "Sum" }),
      silence: true,
    },
  ];
}
