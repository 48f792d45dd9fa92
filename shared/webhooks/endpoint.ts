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
