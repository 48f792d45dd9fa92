import type { SentMail } from "../../local/aws/aws.ts";
import { MAX_INVOCATIONS } from "../../shared/runs/concurrency.ts";
import { startDynamo } from "../support/dynamo.ts";
import type { Backend } from "./backend.ts";
import { answerDraftsOf } from "./draft-owner.ts";
import { FaultLayer, type Happened } from "./fault-layer.ts";
import { loadFunction, type QueueHandler, type ScheduledHandler } from "./functions.ts";
import { replaceGlobals } from "./globals.ts";
import { interceptWith } from "./intercept.ts";
import { VirtualLambda } from "./lambda.ts";
import { type MailSpec, receivedMail, sendingEvent } from "./mails.ts";
import { type Outcome, readOutcome } from "./outcome.ts";
import { addPeople, DRAFTER, TABLES } from "./people.ts";
import { NO_FAULTS, type Plan } from "./plan.ts";
import { ProviderWorld } from "./provider-world.ts";
import { Random } from "./random.ts";
import { type Process, Scheduler } from "./scheduler.ts";
import { VirtualQueue } from "./virtual-queue.ts";

const MINUTE = 60_000;
/** A history must have ended this long after the faults ended. */
const LONGEST_MINUTES = 120;

export type HistoryOptions = {
  seed: number;
  /** Virtual milliseconds since 1970. */
  start: number;
  mails: MailSpec[];
  /** How often SES and SNS deliver each mail. */
  deliveries: (random: Random) => number;
  plan: (random: Random) => Plan;
  /** How often a queue delivers a message again, and loses a deletion, while the faults last. */
  duplicates: number;
  /** When the faults end. */
  faultsEnd: number;
  batchSize?: number;
  /** How much longer every tenth call takes. */
  slowness?: number;
  /** The most virtual milliseconds between a mail's arrival and its first notification. */
  newsWithin?: number;
  /** By key, the most virtual milliseconds that its model thinks. */
  thinking?: Record<string, number>;
  /** The owner of drafts approves each one in a single browser. Otherwise their actions are random. */
  approves?: boolean;
  /** False: the plan makes its faults only once, so it stays in force to the end. */
  planEnds?: boolean;
  /** Virtual minutes between two checks whether everything is at rest. */
  lookEvery?: number;
};

export type History = {
  outcome: Outcome;
  calls: Happened[];
  log: string[];
  /** Messages that were in a dead-letter queue when the faults ended, and were redriven. */
  redriven: number;
  /** Virtual minutes from the end of the faults until every run was at rest. Undefined when one never was. */
  minutes: number | undefined;
  unsettledAfter15: number;
};

/** Plays one history from the first mail to its end, on tables of its own. */
export async function play(options: HistoryOptions, backend: Backend): Promise<History> {
  const dynamo = await startDynamo(TABLES);
  const random = new Random(options.seed);
  const scheduler = new Scheduler(options.start);
  const layer = new FaultLayer(scheduler, random, options.plan(random), options.slowness);
  const people = await addPeople(dynamo.db, backend);
  const providers = new ProviderWorld(layer, scheduler, random, options.thinking);
  const { lookEvery = 1 } = options;
  let duplicates = options.duplicates;
  const sent: SentMail[] = [];
  const log: string[] = [];

  const queueOf = (name: string, seconds: number, concurrency: number, handler: QueueHandler) => {
    const lambda = new VirtualLambda(scheduler, name, seconds, handler);
    return new VirtualQueue(scheduler, random, {
      name,
      visibility: 6 * seconds,
      batchSize: options.batchSize ?? 10,
      concurrency,
      duplicates: () => duplicates,
      work: async (messages) => (await lambda.invoke(messages)).filter(() => !random.chance(duplicates)),
    });
  };
  const inbound = queueOf("router", 30, 10, await loadFunction<QueueHandler>("mail-router", backend));
  const jobs = queueOf("runner", 360, MAX_INVOCATIONS, await loadFunction<QueueHandler>("agent-runner", backend));
  const events = queueOf("recorder", 30, 10, await loadFunction<QueueHandler>("delivery-events", backend));
  const queues = [inbound, jobs, events];
  sweepEvery(5 * MINUTE, scheduler, await loadFunction<ScheduledHandler>("sweeper", backend));

  if (options.mails.some(({ to }) => to.some((address) => address.startsWith(DRAFTER)))) {
    const { approves = false } = options;
    answerDraftsOf(DRAFTER, { scheduler, random, db: dynamo.db, backend, approves });
  }

  backend.listen({
    onMessage: (body, delay, group) => void jobs.send(body, delay, group),
    onMail: (mail) => {
      sent.push(mail);
      // SES reports late, twice, and in any order.
      const last = random.weighted(
        [
          ["Delivery", 300],
          ["Bounce", 9],
          ["Complaint", 1],
        ] as const,
        "Delivery",
      );
      for (const type of ["Send", last, ...(random.chance(0.2) ? ["Send", last] : [])]) {
        events.send(
          sendingEvent(type, mail.ses_message_id, mail.tags),
          random.between(0, random.chance(0.1) ? 900 : 30),
        );
      }
    },
  });
  for (const spec of options.mails) {
    const { key, raw, body } = receivedMail(spec);
    await backend.storeMail(key, raw);
    for (let times = options.deliveries(random); times > 0; times--) {
      scheduler.at(spec.at + random.between(0, options.newsWithin ?? 5_000), () => inbound.send(body));
    }
  }

  interceptWith(layer, { DynamoDB: (request) => dynamo.handle(request), SQS: backend.sqs });
  const putBack = replaceGlobals(scheduler, random, providers.fetch, (line) => void log.push(line));
  try {
    await scheduler.runUntil(options.faultsEnd);
    if (options.planEnds ?? true) layer.plan = NO_FAULTS;
    duplicates = 0;
    const redriven = queues.reduce((sum, queue) => sum + queue.redrive(), 0);
    const look = () => readOutcome({ db: dynamo.db, people, mails: options.mails, sent, providers });
    let minutes: number | undefined;
    let unsettledAfter15 = 0;
    for (let minute = lookEvery; minute <= LONGEST_MINUTES; minute += lookEvery) {
      await scheduler.runUntil(options.faultsEnd + minute * MINUTE);
      const { unsettled } = await look();
      if (minute === 15) unsettledAfter15 = unsettled.length;
      if (unsettled.length === 0) minutes ??= minute;
      else minutes = undefined;
      if (minutes !== undefined && minute >= 15 && queues.every(({ size }) => size === 0)) break;
    }
    return { outcome: await look(), calls: layer.history, log, redriven, minutes, unsettledAfter15 };
  } finally {
    putBack();
    interceptWith(undefined);
    await dynamo.stop();
  }
}

/** Starts the sweeper as EventBridge Scheduler does. A failed sweep is followed by the next one. */
function sweepEvery(period: number, scheduler: Scheduler, handler: ScheduledHandler, count = 1): void {
  scheduler.at(scheduler.now + period, () => {
    const process: Process = { name: `sweeper#${count}`, alive: true };
    scheduler.spawn(process, handler).catch(() => {});
    scheduler.at(scheduler.now + 60_000, () => scheduler.kill(process));
    sweepEvery(period, scheduler, handler, count + 1);
  });
}
