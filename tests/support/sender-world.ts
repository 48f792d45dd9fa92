import type { Deps } from "../../functions/webhook-sender/deps.ts";
import { work } from "../../functions/webhook-sender/handler.ts";
import type { Notice } from "../../shared/notices/notice.ts";
import { Announcer } from "../../shared/webhooks/announce.ts";
import type { Delivery } from "../../shared/webhooks/delivery.ts";
import { DeliveryStore } from "../../shared/webhooks/delivery-store.ts";
import type { Endpoint } from "../../shared/webhooks/endpoint.ts";
import { EndpointStore } from "../../shared/webhooks/endpoint-store.ts";
import { FlightStore } from "../../shared/webhooks/flight-store.ts";
import { makeSecret, SecretOpener, SecretSealer } from "../../shared/webhooks/secrets.ts";
import { SubscriptionReader } from "../../shared/webhooks/subscription-reader.ts";
import { type WebhookJob, webhookJob } from "../../shared/webhooks/webhook-job.ts";
import { WebhookQueue } from "../../shared/webhooks/webhook-queue.ts";
import { startDynamo } from "./dynamo.ts";
import { WEBHOOK_TABLES } from "./tables.ts";
import { startTestAws } from "./test-aws.ts";

const MAX_DELAY_SECONDS = 900;

/** SQS by the clock of a test: a message is handed out when its delay is over. */
class ClockQueue extends WebhookQueue {
  readonly waiting: { body: string; at: number; group: string }[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date) {
    super(() => Promise.reject(new Error("No message leaves the test")), "");
    this.#now = now;
  }

  override async send(job: WebhookJob, seconds = 0): Promise<void> {
    const delay = Math.min(Math.max(Math.ceil(seconds), 0), MAX_DELAY_SECONDS);
    this.waiting.push({ body: JSON.stringify(job), at: this.#now().getTime() + delay * 1_000, group: job.user_id });
  }

  /** The next message that may be handed out until then. */
  take(until: number): { body: string; at: number } | undefined {
    const [next] = this.waiting.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
    if (next) this.waiting.splice(this.waiting.indexOf(next), 1);
    return next;
  }
}

export const BEGIN = new Date("2026-11-29T10:00:00.000Z");

/** The sender's own code over real tables and KMS, with a queue and a clock that the test moves. */
export async function startSenderWorld() {
  const [dynamo, aws] = await Promise.all([startDynamo(WEBHOOK_TABLES), startTestAws()]);
  let now = BEGIN;
  const clock = () => now;
  const queue = new ClockQueue(clock);
  const notices: Notice[] = [];
  const endpoints = new EndpointStore(dynamo.db, "webhooks");
  const deliveries = new DeliveryStore(dynamo.db, "webhook-deliveries");
  const sealer = new SecretSealer(aws.kms, aws.keyArn);
  const deps: Deps = {
    endpoints,
    flights: new FlightStore(dynamo.db, "webhooks"),
    deliveries,
    secrets: new SecretOpener(aws.kms, aws.keyArn),
    queue,
    notices: { enqueue: async (notice) => void notices.push(notice) },
    network: { ownHosts: ["app.latchkey.dev"], localTargets: true, lookUp: async () => [] },
    appUrl: "https://app.latchkey.dev",
    maxInFlight: 5,
    now: clock,
    random: () => 0,
  };
  let made = 0;

  return {
    deps,
    queue,
    notices,
    announcer: new Announcer(new SubscriptionReader(dynamo.db, "webhooks"), queue, clock),
    now: clock,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    /** An endpoint with a really sealed secret. */
    async endpoint(userId: string, url: string, changes: Partial<Endpoint> = {}) {
      const webhook_id = `hook${++made}`;
      const secret = makeSecret();
      const at = now.toISOString();
      const row: Endpoint = {
        user_id: userId,
        webhook_id,
        name: "Shop",
        url,
        events: ["run.replied", "run.held", "mail.received", "config.rejected"],
        agent_ids: null,
        is_active: true,
        paused_reason: null,
        secrets: [{ sealed: await sealer.seal(userId, webhook_id, secret), created_at: at }],
        created_at: at,
        updated_at: at,
        in_flight: {},
        flight_version: 0,
        failures: 0,
        ...changes,
      };
      await endpoints.add(row);
      return { ...row, secret: secret.reveal() };
    },
    async rotate(row: Endpoint, until: Date): Promise<string> {
      const secret = makeSecret();
      const sealed = await sealer.seal(row.user_id, row.webhook_id, secret);
      const before = row.secrets.map((each) => ({ ...each, until: until.toISOString() }));
      await endpoints.replaceSecrets(row, [{ sealed, created_at: now.toISOString() }, ...before], now);
      return secret.reveal();
    },
    /** Works every message whose time comes within so many milliseconds, one after the other. @returns how many */
    async run(ms = 0, changed: Partial<Deps> = {}): Promise<number> {
      const until = now.getTime() + ms;
      let worked = 0;
      for (let next = queue.take(until); next !== undefined; next = queue.take(until)) {
        if (next.at > now.getTime()) now = new Date(next.at);
        await work(webhookJob.parse(JSON.parse(next.body)), { ...deps, ...changed });
        worked += 1;
      }
      now = new Date(until);
      return worked;
    },
    async log(row: Pick<Endpoint, "user_id" | "webhook_id">): Promise<Delivery[]> {
      return (await deliveries.page(row, { limit: 100 })).rows;
    },
    stop: () => Promise.all([dynamo.stop(), aws.stop()]),
  };
}
export type SenderWorld = Awaited<ReturnType<typeof startSenderWorld>>;
