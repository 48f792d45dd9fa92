import { setTimeout as delay } from "node:timers/promises";
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { ChangedStack } from "../support/start-changed-stack.ts";

/** A record of an event, as Lambda makes it of a message. */
export type Job = { messageId: string; body: string };

const PATIENCE_MS = 120_000;

/** Takes so many of the runner's jobs out of their queue. @throws Error when they do not come */
export async function takeJobs(stack: ChangedStack, count: number): Promise<Job[]> {
  const { accessKeyId, secretAccessKey, endpoint, region } = stack;
  const sqs = new SQSClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const QueueUrl = stack.names["AGENT_RUNS_QUEUE_URL"];
  const jobs: Job[] = [];
  try {
    for (const end = Date.now() + PATIENCE_MS; jobs.length < count && Date.now() < end; ) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: Math.min(10, count - jobs.length),
          WaitTimeSeconds: 1,
        }),
      );
      if (Messages.length === 0) await delay(100);
      else {
        const Entries = Messages.map(({ ReceiptHandle = "" }, at) => ({ Id: String(at), ReceiptHandle }));
        await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
        // A stored key is checked by a job of its own, which is no mail.
        const runs = Messages.filter(({ Body = "" }) => Body.includes('"run_id"'));
        jobs.push(...runs.map(({ MessageId = "", Body = "" }) => ({ messageId: MessageId, body: Body })));
      }
    }
  } finally {
    sqs.destroy();
  }
  if (jobs.length < count) throw new Error(`Only ${jobs.length} of ${count} mails came to the runner's queue`);
  return jobs;
}
