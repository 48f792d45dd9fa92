import * as z from "zod/mini";
import { attempt, deliveryState } from "../webhooks/delivery.ts";
import { eventType, pauseReason } from "../webhooks/endpoint.ts";
import { cursor, id, limit, oneLine, timestamp } from "./fields.ts";

/** Checked further by shared/webhooks/target/target-url.ts, and once more at each call. */
const url = z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000));
const events = z.array(eventType).check(z.minLength(1), z.maxLength(20));
/** Null for all agents. */
const agentIds = z.nullable(z.array(id).check(z.minLength(1), z.maxLength(100)));

export const createWebhookBody = z.strictObject({
  name: oneLine(80),
  url,
  events: z._default(events, [...eventType.options]),
  agentIds: z._default(agentIds, null),
});

export const patchWebhookBody = z.strictObject({
  name: z.optional(oneLine(80)),
  url: z.optional(url),
  events: z.optional(events),
  agentIds: z.optional(agentIds),
  isActive: z.optional(z.boolean()),
});

/** How long the old secret signs beside the new one. */
export const rotateBody = z.strictObject({
  overlapHours: z._default(z.number().check(z.int(), z.gte(0), z.lte(168)), 24),
});

export const webhookRow = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  /** Null for all agents. */
  agent_ids: z.nullable(z.array(z.string())),
  is_active: z.boolean(),
  /** Set if Latchkey has paused it: a day without success, or the answer 410 Gone. */
  paused_reason: z.nullable(pauseReason),
  paused_at: z.nullable(timestamp),
  health: z.object({
    /** Calls in a row that failed. */
    failures: z.number(),
    failing_since: z.nullable(timestamp),
    last_success_at: z.nullable(timestamp),
    last_attempt_at: z.nullable(timestamp),
    /** Null where the last call got no answer, or there was none. */
    last_status: z.nullable(z.number()),
  }),
  /** The signing secrets without their values. More than one while a rotation is under way. */
  secrets: z.array(z.object({ created_at: timestamp, ends_at: z.nullable(timestamp) })),
  created_at: timestamp,
  updated_at: timestamp,
});

export const webhookList = z.object({ webhooks: z.array(webhookRow) });
export const webhookParams = z.strictObject({ id });

/** The only answers with a secret: it is shown once. */
export const webhookCreated = z.extend(webhookRow, { secret: z.string() });
export const webhookRotated = z.object({ secret: z.string(), previous_ends_at: timestamp });

export const deliveryRow = z.object({
  id: z.string(),
  /** The `webhook-id` of its calls. */
  event_id: z.string(),
  type: z.string(),
  state: deliveryState,
  /** When it is called next; null unless it waits. */
  next_at: z.nullable(timestamp),
  created_at: timestamp,
  /** The JSON that was sent. */
  body: z.string(),
  /** The last 30 calls. `failure_text` says in a sentence why a call does not count. */
  attempts: z.array(z.extend(attempt, { failure_text: z.nullable(z.string()) })),
});
export const deliveryListQuery = z.strictObject({ cursor: z.optional(cursor), limit });
export const deliveryList = z.object({ deliveries: z.array(deliveryRow), next_cursor: z.nullable(z.string()) });
export const deliveryParams = z.strictObject({ id, delivery: id });

export const redeliverBody = z.strictObject({ since: z.iso.datetime() });
export const accepted = z.object({ id: z.string() });
export const redeliverAccepted = z.object({ since: timestamp });
