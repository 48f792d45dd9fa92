import { Duration, Stack } from "aws-cdk-lib";
import { type Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { AgentRuns } from "./agent-runs.ts";
import type { LatchkeyFunction } from "./function.ts";
import type { MailIntake } from "./mail-intake.ts";
import type { WorkQueue } from "./queue.ts";

type Watched = {
  queues: WorkQueue[];
  functions: LatchkeyFunction[];
  intake: MailIntake;
  runs: AgentRuns;
  address: string | undefined;
};

const PERIOD = Duration.minutes(5);

/** An alarm when a message has died and when a function fails. Without an address they only show in the console. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, { queues, functions, intake, runs, address }: Watched) {
    super(scope, id);
    const action = address === undefined ? undefined : new SnsAction(this.topic(address));
    const raise = (watched: Construct, metric: Metric, description: string) => {
      const alarm = metric.createAlarm(watched, "Alarm", {
        alarmDescription: description,
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      if (action) alarm.addAlarmAction(action);
    };
    for (const { deadLetters } of queues) {
      const waiting = deadLetters.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: "Maximum" });
      raise(deadLetters, waiting, "Work has failed five times and waits in a dead-letter queue.");
    }
    for (const { lambda } of functions) {
      raise(lambda, lambda.metricErrors({ period: PERIOD, statistic: "Sum" }), "A function fails.");
    }
    raise(intake, intake.checksOff, "SES does not check mail for spam, viruses or forgery, so every mail is held.");
    raise(runs, runs.platformCap, "All agents together have sent as many replies as the settings allow; others wait.");
    raise(
      runs.runner,
      runs.sendingBlocked,
      "SES takes no mail from this account (a right, its sandbox, a pause, or its quota); replies wait.",
    );
    raise(
      new Construct(this, "PlaceBlocked"),
      runs.placeBlocked,
      "A provider takes no calls from the Region or network that this stack runs in; the mails for it wait.",
    );
  }

  private topic(address: string): Topic {
    const topic = new Topic(this, "Topic", { enforceSSL: true });
    // enforceSSL writes a policy, and any policy takes the place of the default one, which let the account's alarms in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    topic.addSubscription(new EmailSubscription(address));
    return topic;
  }
}
