import { randomUUID } from "node:crypto";
import * as z from "zod";
import { AwsError } from "../wire/aws-error.ts";

const task = z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() });
const list = z.object({ SourceArn: z.string() });
const received = z.object({
  Messages: z
    .array(z.object({ Body: z.string(), ReceiptHandle: z.string(), MessageAttributes: z.json().optional() }))
    .default([]),
});

/** One operation of fauxqs, with the names of its queues in place of their URLs. */
type Call = (operation: string, queue: string, body: object) => Promise<unknown>;
type Done = {
  SourceArn: string;
  DestinationArn: string;
  Status: "COMPLETED";
  ApproximateNumberOfMessagesMoved: number;
};

/** SQS's dead-letter redrive, which fauxqs lacks: StartMessageMoveTask, done at once, and ListMessageMoveTasks. */
export class MessageMoves {
  readonly #done: Done[] = [];

  /** Undefined for any other operation. */
  async answer(operation: string, body: object, call: Call): Promise<object | undefined> {
    if (operation === "StartMessageMoveTask") return this.#start(task.parse(body), call);
    if (operation !== "ListMessageMoveTasks") return undefined;
    const { SourceArn } = list.parse(body);
    return { Results: this.#done.filter((done) => done.SourceArn === SourceArn).toReversed() };
  }

  async #start({ SourceArn, DestinationArn }: z.infer<typeof task>, call: Call): Promise<object> {
    // AWS finds the source itself, by each message's own attribute; here the caller must name it.
    if (DestinationArn === undefined) throw new AwsError("UnsupportedOperation", "Name the DestinationArn.");
    let moved = 0;
    for (;;) {
      const wish = { MaxNumberOfMessages: 10, MessageAttributeNames: ["All"], WaitTimeSeconds: 0 };
      const { Messages } = received.parse(await call("ReceiveMessage", nameOf(SourceArn), wish));
      if (Messages.length === 0) break;
      for (const { Body, ReceiptHandle, MessageAttributes } of Messages) {
        const message = { MessageBody: Body, ...(MessageAttributes && { MessageAttributes }) };
        await call("SendMessage", nameOf(DestinationArn), message);
        await call("DeleteMessage", nameOf(SourceArn), { ReceiptHandle });
        moved += 1;
      }
    }
    this.#done.push({ SourceArn, DestinationArn, Status: "COMPLETED", ApproximateNumberOfMessagesMoved: moved });
    return { TaskHandle: randomUUID() };
  }
}

function nameOf(arn: string): string {
  return arn.split(":").at(-1) ?? "";
}
