import { Stack } from "aws-cdk-lib";
import { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { phaseOf } from "../kept.ts";
import { type AlarmSpec, propertiesOf } from "./alarm.ts";
import { apiAlarms } from "./api-alarms.ts";
import { mailAlarms } from "./mail-alarms.ts";
import { providerAlarms } from "./provider-alarms.ts";
import { tellOfKey } from "./vault-key-rule.ts";
import type { Watched } from "./watched.ts";
import { workAlarms } from "./work-alarms.ts";

/** Makes an alarm for each symptom that a person must act on. Without an address, alarms show only in the console. */
export class Alarms extends Construct {
  readonly all: Alarm[];

  constructor(scope: Construct, id: string, watched: Watched & { address: string | undefined }) {
    super(scope, id);
    const topic = watched.address === undefined ? undefined : this.topic(watched.address);
    const specs: AlarmSpec[] = [
      ...workAlarms(watched),
      ...apiAlarms(watched),
      ...mailAlarms(this, watched),
      ...providerAlarms(this, watched),
    ];
    const isFirst = phaseOf(this) === "first";
    this.all = specs.map((spec) => new Alarm(this, spec.id, propertiesOf(spec, isFirst)));
    if (topic === undefined) return;
    for (const alarm of this.all) alarm.addAlarmAction(new SnsAction(topic));
    tellOfKey(this, watched.vaultKey, topic);
  }

  private topic(address: string): Topic {
    const topic = new Topic(this, "Topic", { enforceSSL: true });
    // enforceSSL writes a policy. It replaces the default policy, which allowed the account's alarms to publish.
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
