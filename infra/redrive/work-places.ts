import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetQueueAttributesCommand, ListQueuesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { findTable } from "../../shared/aws/find-table.ts";

type DeadLetters = { name: string; deadLettersArn: string; queueArn: string; waiting: number };

/** The queues and the table that hold the work of a deployed stack. */
export type WorkPlaces = { deadLetters: DeadLetters[]; jobsUrl: string; runsTable: string };

const policy = z.object({ deadLetterTargetArn: z.string() });
type Found = { url: string; arn: string; target: string | undefined; waiting: number };

/**
 * Finds the queues and the table of runs by their names. CloudFormation builds these from the stack's name and each
 * construct's path.
 * @param prefix `Latchkey-` for a stack named Latchkey
 * @throws Error with one sentence when there is no such stack in the account and Region
 */
export async function findWorkPlaces(prefix: string, sqs: SQSClient, dynamo: DynamoDBClient): Promise<WorkPlaces> {
  const { QueueUrls = [] } = await sqs.send(
    new ListQueuesCommand({ MaxResults: 1000, ...(prefix && { QueueNamePrefix: prefix }) }),
  );
  const queues = await Promise.all(QueueUrls.map((url) => read(url, sqs)));
  const jobs = queues.find(({ url }) => url.includes(`/${prefix}AgentRunsJobsQueue`));
  const runsTable = await findTable(`${prefix}TablesRuns`, dynamo);
  if (jobs === undefined || runsTable === undefined) {
    throw new Error(`This account and Region have no Latchkey stack with the prefix "${prefix}".`);
  }
  const deadLetters = queues.flatMap(({ arn: queueArn, target }): DeadLetters[] => {
    const dead = queues.find(({ arn }) => arn === target);
    if (dead === undefined) return [];
    return [{ name: nameOf(queueArn), deadLettersArn: dead.arn, queueArn, waiting: dead.waiting }];
  });
  return { deadLetters, jobsUrl: jobs.url, runsTable };
}

async function read(QueueUrl: string, sqs: SQSClient): Promise<Found> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ["QueueArn", "RedrivePolicy", "ApproximateNumberOfMessages"],
    }),
  );
  const { QueueArn = "", RedrivePolicy, ApproximateNumberOfMessages = "0" } = Attributes;
  const target = RedrivePolicy && policy.parse(JSON.parse(RedrivePolicy)).deadLetterTargetArn;
  return { url: QueueUrl, arn: QueueArn, target, waiting: Number(ApproximateNumberOfMessages) };
}

function nameOf(arn: string): string {
  return arn.split(":").at(-1) ?? "";
}
