import { hashId } from "../ids.ts";
import type { Provider } from "../providers/registry.ts";
import type { Run } from "../runs/run.ts";
import type { WebhookEvent } from "./event.ts";
import { eventsOf, outcomesOf } from "./run-events.ts";
import { wants } from "./subscription.ts";
import type { SubscriptionReader } from "./subscription-reader.ts";
import type { WebhookQueue } from "./webhook-queue.ts";

type Subscriptions = Pick<SubscriptionReader, "list">;
type Queue = Pick<WebhookQueue, "announce">;

/**
 * Tells the sender what happened, if an endpoint of the owner wants to know it. Nobody else announces events.
 *
 * Call it after the change is stored, each time the change is found: an event has the same id every time, and the
 * sender delivers each id once. If the process dies in between, the queue delivers its message again, and that one
 * announces. It throws, so that a message whose event could not be announced is delivered again.
 */
export class Announcer {
  readonly #subscriptions: Subscriptions;
  readonly #queue: Queue;
  readonly #now: () => Date;

  constructor(subscriptions: Subscriptions, queue: Queue, now: () => Date = () => new Date()) {
    this.#subscriptions = subscriptions;
    this.#queue = queue;
    this.#now = now;
  }

  /** Announces the arrival of a mail, and its outcome if it came to rest at once. */
  async arrival(run: Run): Promise<void> {
    await this.announce(run.user_id, eventsOf(run, this.#now()));
  }

  /** Announces all outcomes of a run so far. */
  async outcomes(run: Run): Promise<void> {
    await this.announce(run.user_id, outcomesOf(run, this.#now()));
  }

  /** @param episode the same for each sight of one failure, as for a notice */
  async configRejected(userId: string, provider: Provider, status: string, episode: string): Promise<void> {
    const data = { provider, status, link: "/keys" };
    const id = `msg_${hashId(userId, "config.rejected", provider, episode)}`;
    await this.announce(userId, [{ id, payload: { type: "config.rejected", timestamp: this.#time(), data } }]);
  }

  /** @param provedAt when the domain was proved: one event for each time */
  async domainVerified(userId: string, domain: string, provedAt: string): Promise<void> {
    const data = { domain, link: "/domains" };
    const id = `msg_${hashId(userId, "domain.verified", domain, provedAt)}`;
    await this.announce(userId, [{ id, payload: { type: "domain.verified", timestamp: provedAt, data } }]);
  }

  /** Costs an owner without endpoints one read of an empty key, and nothing if there is no event. */
  async announce(userId: string, events: WebhookEvent[]): Promise<void> {
    if (events.length === 0) return;
    const subscriptions = await this.#subscriptions.list(userId);
    const wanted = events.filter((event) => subscriptions.some((each) => wants(each, event)));
    if (wanted.length > 0) await this.#queue.announce(userId, wanted);
  }

  #time(): string {
    return this.#now().toISOString();
  }
}
