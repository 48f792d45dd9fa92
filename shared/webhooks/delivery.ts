import * as z from "zod/mini";

/** Why a call brought no answer that counts; words for people are in delivery-words.ts. */
const callFailure = z.enum([
  "refused_address",
  "bad_url",
  "no_such_name",
  "name_server",
  "connection_refused",
  "connection_lost",
  "certificate",
  "timeout",
  "not_http",
  "redirect",
  "status",
  "paused",
  "too_late",
]);
export type CallFailure = z.infer<typeof callFailure>;

/** One call. `answer`: the first characters that the receiver answered, as text that is never rendered. */
export const attempt = z.object({
  at: z.string(),
  status: z.nullable(z.number()),
  failure: z.nullable(callFailure),
  ms: z.number(),
  answer: z.string(),
});
export type Attempt = z.infer<typeof attempt>;

export const deliveryState = z.enum(["waiting", "delivered", "failed"]);

/** One event for one endpoint, with every call that was made for it. */
export const delivery = z.object({
  user_id: z.string(),
  /** `{webhook_id}#{delivery_id}`, so that an endpoint's deliveries sort by time. */
  delivery: z.string(),
  webhook_id: z.string(),
  delivery_id: z.string(),
  /** The `webhook-id` of every call. */
  event_id: z.string(),
  type: z.string(),
  /** The JSON that is signed and sent, the same bytes each time. */
  body: z.string(),
  state: deliveryState,
  /** Calls of the present round; delivering anew begins another. */
  tries: z.number(),
  /** Counts the changes. A message of the queue is for one turn, so a second message of the same turn does nothing. */
  turn: z.number(),
  /** A test event is tried once, whatever the state of the endpoint. */
  once: z.optional(z.boolean()),
  attempts: z.array(attempt),
  next_at: z.optional(z.string()),
  /** After this time it is not tried any more. */
  give_up_at: z.string(),
  created_at: z.string(),
  /** Seconds since 1970, for DynamoDB. */
  expires_at: z.number(),
});
export type Delivery = z.infer<typeof delivery>;
