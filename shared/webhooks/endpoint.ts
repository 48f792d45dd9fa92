import * as z from "zod/mini";
import { EVENT_TYPES, type EventType } from "./event-types.ts";

const NAMES = Object.keys(EVENT_TYPES).filter((name): name is EventType => Object.hasOwn(EVENT_TYPES, name));
export const eventType = z.enum(NAMES);

/** A signing secret, sealed by KMS. `until` is set on one that was replaced: until then both sign. */
const sealedSecret = z.object({
  sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  created_at: z.string(),
  until: z.optional(z.string()),
});

/** Why Latchkey calls an endpoint no more: a day without success, or its answer 410 Gone. */
export const pauseReason = z.enum(["failing", "gone"]);

/** One endpoint: where an owner wants to be told of what. */
export const endpoint = z.object({
  user_id: z.string(),
  webhook_id: z.string(),
  name: z.string(),
  url: z.string(),
  /** A later release may have stored events that this one does not know. */
  events: z.array(z.string()),
  /** Null for all agents of the owner. */
  agent_ids: z.nullable(z.array(z.string())),
  is_active: z.boolean(),
  paused_reason: z.nullable(pauseReason),
  paused_at: z.optional(z.string()),
  /** Newest first. The first one is the owner's current secret. */
  secrets: z.array(sealedSecret),
  created_at: z.string(),
  updated_at: z.string(),

  /** Calls under way: the delivery's id, and when its place is free again even if its caller has died. */
  in_flight: z._default(z.record(z.string(), z.string()), {}),
  /** Counts the changes of `in_flight`, so that two callers cannot take the same place. */
  flight_version: z._default(z.number(), 0),
  /** Calls in a row that failed. */
  failures: z._default(z.number(), 0),
  failing_since: z.optional(z.string()),
  last_success_at: z.optional(z.string()),
  last_attempt_at: z.optional(z.string()),
  /** The HTTP status of the last answer; null where none came. */
  last_status: z.optional(z.nullable(z.number())),
  /** No call before this time: the receiver asked for it, or fails again and again. */
  quiet_until: z.optional(z.string()),
});
export type Endpoint = z.infer<typeof endpoint>;
export type PauseReason = z.infer<typeof pauseReason>;

/** What decides whether an event goes to an endpoint. */
export const subscription = z.pick(endpoint, {
  webhook_id: true,
  events: true,
  agent_ids: true,
  is_active: true,
  paused_reason: true,
  created_at: true,
});
export type Subscription = z.infer<typeof subscription>;

type Announced = { agent_id?: string | undefined; payload: { type: string; timestamp: string } };

/**
 * True if the endpoint's owner asked for this event. An endpoint that its owner has switched off gets none; one that
 * Latchkey paused still does, so that they can be delivered when it works again.
 */
export function wants(to: Subscription, { agent_id, payload }: Announced): boolean {
  if (!to.is_active && to.paused_reason === null) return false;
  // A run announces its whole timeline again, also what happened before there was this endpoint.
  if (payload.timestamp < to.created_at || !to.events.includes(payload.type)) return false;
  return to.agent_ids === null || agent_id === undefined || to.agent_ids.includes(agent_id);
}
