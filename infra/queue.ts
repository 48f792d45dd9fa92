import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { LatchkeyFunction } from "./function.ts";

/** The bound on invocations stops a flood in one queue from using up the concurrency that the API needs. */
type Feeding = { batchSize: number; maxConcurrency: number };

/** A standard queue with its dead-letter queue. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  /** The name of the function that it feeds. */
  worker = "nobody";

  /** @param seconds the timeout of the function that this queue feeds */
  constructor(scope: Construct, id: string, seconds: number) {
    super(scope, id);
    const closed = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) };
    this.deadLetters = new Queue(this, "DeadLetters", closed);
    this.queue = new Queue(this, "Queue", {
      ...closed,
      // Six times the timeout, so that SQS does not deliver a batch again that Lambda throttles.
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * seconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }

  /** Lambda polls the queue with the function's role, which therefore needs these three rights. */
  feed(fn: LatchkeyFunction, feeding: Feeding): void {
    this.worker = fn.name;
    fn.allow(this.queue.queueArn, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    fn.lambda.addEventSourceMapping("Jobs", {
      eventSourceArn: this.queue.queueArn,
      reportBatchItemFailures: true,
      ...feeding,
    });
  }
}
