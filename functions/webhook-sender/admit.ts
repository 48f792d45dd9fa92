import type { Delivery } from "../../shared/webhooks/delivery.ts";
import type { Endpoint } from "../../shared/webhooks/endpoint.ts";
import { isUnderWay } from "../../shared/webhooks/flight-store.ts";
import type { Deps } from "./deps.ts";

/** After so many failures in a row, one call at a time shows whether the receiver is back. */
export const MANY_FAILURES = 3;
/** Two callers that want a place at the same moment: one of them looks again. */
const TRIES = 3;

const SECOND = 1_000;
/** The longest wait for a place: a burst of events must not come back all the time. */
const LONGEST_WAIT_MS = 120 * SECOND;
/** What waits for a receiver that fails comes back spread over so many minutes as it has failed times, at most half an hour. */
const SPREAD_MS = 60 * SECOND;
const MOST_SPREAD = 30;

/**
 * Takes a place among the calls that may be under way to one endpoint. A receiver that answers nothing occupies only
 * these, and so a part of the sender.
 * @param until when the place is free again, if its caller dies
 * @returns the milliseconds to wait for a place; undefined when it has one
 */
export async function admit(
  { delivery_id, once }: Delivery,
  endpoint: Endpoint,
  hops: number,
  until: Date,
  deps: Deps,
): Promise<number | undefined> {
  let row: Endpoint | undefined = endpoint;
  for (let tried = 0; tried < TRIES && row !== undefined; tried++) {
    const now = deps.now();
    const quiet = row.quiet_until === undefined ? 0 : Date.parse(row.quiet_until) - now.getTime();
    if (quiet > 0 && !once) return quiet + deps.random() * SPREAD_MS * Math.min(row.failures, MOST_SPREAD);
    if (isFull(row, delivery_id, now, deps)) break;
    if (await deps.flights.take(row, delivery_id, until, now)) return undefined;
    row = await deps.endpoints.get(endpoint.user_id, endpoint.webhook_id);
  }
  return Math.min(SECOND * 2 ** hops, LONGEST_WAIT_MS) * (1 + deps.random());
}

function isFull(row: Endpoint, flight: string, now: Date, { maxInFlight }: Deps): boolean {
  const underWay = Object.keys(row.in_flight).filter((id) => isUnderWay(row, id, now));
  const places = row.failures >= MANY_FAILURES ? 1 : maxInFlight;
  return underWay.length >= places || underWay.includes(flight);
}
