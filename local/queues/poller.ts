import { setTimeout as delay } from "node:timers/promises";
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { FunctionError } from "../functions/function-error.ts";
import type { LambdaHost } from "../functions/lambda-host.ts";
import { batchEvent, workedMessages } from "./batch.ts";
import type { Mapping } from "./mappings.ts";

export type PollerOptions = {
  mapping: Mapping;
  host: Pick<LambdaHost, "invoke" | "room">;
  /** Signs as the function, because in AWS the mapping also reads the queue with the function's role. */
  sqs: SQSClient;
  /** The number of concurrent batches. */
  concurrency: number;
  /** Called for each message that was processed and deleted. */
  onWorked: (message: Message) => void;
  onNotice: (line: string) => void;
};

/** SQS's longest wait, which Lambda uses too. */
const LONG_POLL_SECONDS = 20;
/** The most messages that one call to SQS receives. */
const MAX_RECEIVE = 10;
const RETRY_MS = 1_000;

/** Feeds one function from one queue until it is stopped. */
export class Poller {
  readonly #options: PollerOptions;
  readonly #stopping = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  readonly #loop: Promise<void>;

  constructor(options: PollerOptions) {
    this.#options = options;
    this.#loop = this.#run();
  }

  /** Takes no more messages, and resolves when the running batches are done. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
    await Promise.all(this.#underWay);
  }

  // One loop receives for all batches. Several loops side by side would each get a part of a burst, and batches would
  // not fill.
  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const aborted = new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    while (!signal.aborted) {
      if (this.#underWay.size >= this.#options.concurrency) await Promise.race(this.#underWay);
      await Promise.race([this.#options.host.room(), aborted]);
      if (signal.aborted) return;
      try {
        const messages = await this.#receive(signal);
        if (messages.length > 0) this.#begin(messages);
      } catch (error) {
        if (signal.aborted) return;
        this.#notice("could not be read", error);
        await delay(RETRY_MS, undefined, { signal }).catch(() => {});
      }
    }
  }

  #begin(messages: Message[]): void {
    const work = this.#work(messages)
      .catch((error: unknown) => this.#notice("could not be processed", error))
      .finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  #notice(what: string, error: unknown): void {
    const { functionName, queueUrl } = this.#options.mapping;
    this.#options.onNotice(`${functionName}: its queue ${queueUrl} ${what}: ${String(error)}`);
  }

  async #receive(signal: AbortSignal): Promise<Message[]> {
    const { batchSize, batchWindow } = this.#options.mapping;
    const batch = await this.#take(batchSize, LONG_POLL_SECONDS, signal);
    const deadline = Date.now() + batchWindow * 1_000;
    while (batch.length > 0 && batch.length < batchSize && Date.now() < deadline && !signal.aborted) {
      batch.push(...(await this.#take(batchSize - batch.length, 1, signal)));
    }
    return batch;
  }

  async #take(count: number, seconds: number, signal: AbortSignal): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: this.#options.mapping.queueUrl,
      MaxNumberOfMessages: Math.min(count, MAX_RECEIVE),
      WaitTimeSeconds: seconds,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    });
    const { Messages = [] } = await this.#options.sqs.send(command, { abortSignal: AbortSignal.any([signal]) });
    return Messages;
  }

  async #work(messages: Message[]): Promise<void> {
    const { mapping, host } = this.#options;
    try {
      const answer = await host.invoke(batchEvent(messages, mapping.queueArn));
      await this.#delete(workedMessages(messages, answer, mapping.reportsItemFailures));
    } catch (error) {
      // As in AWS, nothing is deleted, and the messages return when their visibility timeout ends.
      if (!(error instanceof FunctionError)) throw error;
    }
  }

  async #delete(worked: Message[]): Promise<void> {
    for (let start = 0; start < worked.length; start += MAX_RECEIVE) {
      const part = worked.slice(start, start + MAX_RECEIVE);
      const Entries = part.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await this.#options.sqs.send(
        new DeleteMessageBatchCommand({ QueueUrl: this.#options.mapping.queueUrl, Entries }),
      );
      part.forEach(this.#options.onWorked);
    }
  }
}
