import { CreateQueueCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { takeMessages } from "./take-messages.ts";

/** The runner's queue, with what was sent to it since the last look. */
export async function makeJobQueue(sqs: SQSClient) {
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "agent-runs" }));
  return { jobs: new JobQueue(sqs, QueueUrl), sent: () => takeMessages(sqs, QueueUrl) };
}
