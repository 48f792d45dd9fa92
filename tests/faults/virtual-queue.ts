import { FairShare } from "../../local/aws/fauxqs/fair-share.ts";
import type { Random } from "./random.ts";
import type { Scheduler } from "./scheduler.ts";

export type Message = {
  id: string;
  body: string;
  /** The message group. A message without one is its own group. */
  group: string;
  visibleAt: number;
  receives: number;
};

export type QueueOptions = {
  name: string;
  /** Seconds. */
  visibility: number;
  batchSize: number;
  /** The number of concurrent batches. */
  concurrency: number;
  /** How often a message is delivered again after its deletion, as a standard queue may do. */
  duplicates: () => number;
  /**
   * Handles one batch. A promise that never settles is a process that died. @returns the ids of the messages to delete
   */
  work: (messages: Message[]) => Promise<string[]>;
};

const MAX_RECEIVES = 5;

/**
 * A standard queue of SQS in virtual time with the event source mapping that empties it: delays, visibility time-outs,
 * at-least-once delivery in any order but quiet groups first, and a dead-letter queue after five receives. fauxqs runs
 * in real time, where a job's delay of 15 minutes would take as long.
 */
export class VirtualQueue {
  readonly dead: Message[] = [];
  readonly #messages = new Map<string, Message>();
  readonly #share = new FairShare();
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #options: QueueOptions;
  #underWay = 0;
  #count = 0;

  constructor(scheduler: Scheduler, random: Random, options: QueueOptions) {
    this.#scheduler = scheduler;
    this.#random = random;
    this.#options = options;
  }

  get size(): number {
    return this.#messages.size;
  }

  send(body: string, delaySeconds = 0, group?: string): string {
    this.#count += 1;
    const id = `${this.#options.name}-${this.#count}`;
    const visibleAt = this.#scheduler.now + delaySeconds * 1000;
    this.#show({ id, body, group: group ?? id, visibleAt, receives: 0 });
    return id;
  }

  /** Redrives the dead letters, as StartMessageMoveTask does. @returns how many */
  redrive(): number {
    const dead = this.dead.splice(0);
    for (const { body, group } of dead) this.send(body, 0, group);
    return dead.length;
  }

  /** Messages become visible again after the visibility time-out, unless they were deleted by then. */
  #show(message: Message): void {
    this.#messages.set(message.id, message);
    this.#scheduler.at(message.visibleAt + this.#random.next() * 50, () => this.#pump());
  }

  #pump(): void {
    while (this.#underWay < this.#options.concurrency) {
      const batch = this.#receive();
      if (batch.length === 0) return;
      this.#start(batch);
    }
  }

  #receive(): Message[] {
    const { now } = this.#scheduler;
    const visible = [...this.#messages.values()].filter(({ visibleAt }) => visibleAt <= now);
    const noisy = this.#share.noisyGroups(now);
    const quiet = visible.filter(({ group }) => !noisy.has(group));
    const loud = visible.filter(({ group }) => noisy.has(group));
    const wanted = this.#random.between(1, this.#options.batchSize);
    const batch: Message[] = [];
    while (batch.length < wanted && quiet.length + loud.length > 0) {
      const from = quiet.length > 0 ? quiet : loud;
      const [message] = from.splice(this.#random.between(0, from.length - 1), 1);
      if (message === undefined) break;
      message.receives += 1;
      if (message.receives > MAX_RECEIVES) {
        this.#messages.delete(message.id);
        this.dead.push(message);
        continue;
      }
      batch.push({ ...message });
      const again = this.#random.chance(this.#options.duplicates());
      message.visibleAt = now + (again ? this.#random.between(0, 3_000) : this.#options.visibility * 1000);
      this.#share.take(message.id, { group: message.group, since: now, until: message.visibleAt });
      this.#show(message);
    }
    return batch;
  }

  #delete(id: string): void {
    this.#messages.delete(id);
    this.#share.finish(id, this.#scheduler.now);
  }

  #start(batch: Message[]): void {
    this.#underWay += 1;
    const free = () => {
      this.#underWay -= 1;
      this.#pump();
    };
    let open = true;
    const close = () => {
      if (open) free();
      open = false;
    };
    this.#options.work(batch).then(
      (worked) => {
        for (const id of worked) this.#delete(id);
        close();
      },
      () => close(),
    );
    // The place of a dead process becomes free when Lambda notices its death.
    this.#scheduler.at(this.#scheduler.now + 120_000, close);
  }
}
