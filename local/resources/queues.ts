import { CreateQueueCommand } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { resourcesOf } from "../template/template.ts";
import type { Making } from "./making.ts";

const properties = z.object({
  VisibilityTimeout: z.number().optional(),
  MessageRetentionPeriod: z.number().optional(),
  DelaySeconds: z.number().optional(),
  ReceiveMessageWaitTimeSeconds: z.number().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
});

/** CreateQueue returns the existing queue if its attributes are the same. */
export async function makeQueues({ template, resolver, admin }: Making): Promise<void> {
  const queues = resourcesOf(template, "AWS::SQS::Queue").map(([id]) => ({
    name: resolver.attribute(id, "QueueName"),
    ...resolver.read(id, properties),
  }));
  // A redrive policy may only name a queue that exists.
  queues.sort((a, b) => Number(a.RedrivePolicy !== undefined) - Number(b.RedrivePolicy !== undefined));
  for (const { name, RedrivePolicy, ...numbers } of queues) {
    const Attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(numbers)) if (value !== undefined) Attributes[key] = String(value);
    if (RedrivePolicy) Attributes["RedrivePolicy"] = JSON.stringify(RedrivePolicy);
    await admin.sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
  }
}
