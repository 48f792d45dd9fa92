import type { NoticeQueue } from "../../shared/notices/notice-queue.ts";
import type { DeliveryStore } from "../../shared/webhooks/delivery-store.ts";
import type { EndpointStore } from "../../shared/webhooks/endpoint-store.ts";
import type { FlightStore } from "../../shared/webhooks/flight-store.ts";
import type { SecretOpener } from "../../shared/webhooks/secrets.ts";
import type { WebhookQueue } from "../../shared/webhooks/webhook-queue.ts";
import type { Network } from "./post.ts";

/** What the sender works with; index.ts makes it once per process. */
export type Deps = {
  endpoints: EndpointStore;
  flights: FlightStore;
  deliveries: DeliveryStore;
  secrets: SecretOpener;
  queue: WebhookQueue;
  notices: Pick<NoticeQueue, "enqueue">;
  network: Network;
  /** The address of the web app, without a slash at its end. */
  appUrl: string;
  /** The calls that may be under way to one endpoint. */
  maxInFlight: number;
  now: () => Date;
  /** From 0 to 1. */
  random: () => number;
};
