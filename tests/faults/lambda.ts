import type { Context, SQSRecord } from "aws-lambda";
import type { QueueHandler } from "./functions.ts";
import type { Process, Scheduler } from "./scheduler.ts";
import type { Message } from "./virtual-queue.ts";

/** Runs a function on batches. Each batch gets a process that ends at its time-out, as Lambda ends it. */
export class VirtualLambda {
  readonly #scheduler: Scheduler;
  readonly #name: string;
  readonly #seconds: number;
  readonly #handler: QueueHandler;
  #count = 0;

  constructor(scheduler: Scheduler, name: string, seconds: number, handler: QueueHandler) {
    this.#scheduler = scheduler;
    this.#name = name;
    this.#seconds = seconds;
    this.#handler = handler;
  }

  /** @returns the ids of the handled messages; it never resolves when the process dies */
  async invoke(messages: Message[]): Promise<string[]> {
    const scheduler = this.#scheduler;
    this.#count += 1;
    const process: Process = { name: `${this.#name}#${this.#count}`, alive: true };
    const deadline = scheduler.now + this.#seconds * 1000;
    let over = false;
    scheduler.at(deadline, () => {
      if (!over) scheduler.kill(process);
    });
    const context = contextOf(process.name, () => deadline - scheduler.now);
    const failed = new Set<string>();
    // Each record has its own call, and all run at once, so that the scheduler knows which job of the batch is asking.
    const work = messages.map((message) =>
      scheduler.spawn(process, async () => {
        const { batchItemFailures } = await this.#handler({ Records: [recordOf(message)] }, context);
        for (const { itemIdentifier } of batchItemFailures) failed.add(itemIdentifier);
      }),
    );
    await Promise.all(work);
    over = true;
    return messages.map(({ id }) => id).filter((id) => !failed.has(id));
  }
}

function recordOf({ id, body, receives }: Message): SQSRecord {
  return {
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: "0",
      SenderId: "harness",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:queue",
    awsRegion: "us-east-1",
  };
}

function contextOf(awsRequestId: string, getRemainingTimeInMillis: () => number): Context {
  return {
    awsRequestId,
    getRemainingTimeInMillis,
    callbackWaitsForEmptyEventLoop: true,
    functionName: "function",
    functionVersion: "$LATEST",
    invokedFunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:function",
    memoryLimitInMB: "512",
    logGroupName: "log",
    logStreamName: "log",
    done() {},
    fail() {},
    succeed() {},
  };
}
