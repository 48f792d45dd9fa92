import { CreateTopicCommand, ListSubscriptionsByTopicCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import * as z from "zod";
import { resourcesOf } from "../template/template.ts";
import type { Making } from "./making.ts";

const subscription = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: z.boolean().default(false),
});

/** Creates topics and their subscriptions that end in a queue. Mail to an operator is not sent from here. */
export async function makeTopics({ template, resolver, admin }: Making): Promise<void> {
  for (const [id] of resourcesOf(template, "AWS::SNS::Topic")) {
    await admin.sns.send(new CreateTopicCommand({ Name: resolver.attribute(id, "TopicName") }));
  }
  for (const [id] of resourcesOf(template, "AWS::SNS::Subscription")) {
    const { TopicArn, Protocol, Endpoint, RawMessageDelivery } = resolver.read(id, subscription);
    if (Protocol !== "sqs") continue;
    const { Subscriptions = [] } = await admin.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    if (Subscriptions.some((known) => known.Endpoint === Endpoint)) continue;
    const Attributes = { RawMessageDelivery: String(RawMessageDelivery) };
    await admin.sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint, Attributes }));
  }
}
