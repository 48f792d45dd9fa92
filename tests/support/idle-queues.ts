import { GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { expect } from "vitest";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import type { TestStack } from "./stack.ts";

/**
 * Waits until every message that is due has been worked: no queue holds one, and no function has one in hand. A message
 * on its way from one queue to the next may slip past a look, so two looks in a row must find nothing.
 */
export async function idleQueues(stack: TestStack): Promise<void> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  const look = () => Promise.all(Object.values(stack.queues).map(count));
  const count = async (QueueUrl: string): Promise<number> => {
    const { Attributes } = await clients.sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
    const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: inHand } = Attributes ?? {};
    return Number(waiting) + Number(inHand);
  };
  try {
    const isIdle = async () => [...(await look()), ...(await look())].every((messages) => messages === 0);
    await expect.poll(isIdle).toBe(true);
  } finally {
    destroy(clients);
  }
}
