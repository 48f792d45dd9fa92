import * as z from "zod/mini";
import { provider } from "../providers/provider.ts";
import { type EventType, TEST_EVENT } from "./event-types.ts";

/** ISO 8601 in UTC. */
const time = z.string();
/** The page of the web app that shows it. */
const link = z.string();
/** A code of docs/reasons.md. Later releases may have more. */
const reason = z.string();

/**
 * What an event says of a run: ids, a state and times. No subject, address, name or text of a mail is in it. Who needs
 * those asks the API for the run, with a token that may be taken back.
 */
const ofRun = { run_id: z.string(), agent_id: z.string(), received_at: time, link };

const DATA = {
  "mail.received": z.object({ ...ofRun, state: z.literal("received") }),
  "run.replied": z.object({ ...ofRun, state: z.literal("replied") }),
  "run.drafted": z.object({ ...ofRun, state: z.literal("drafted"), reason: z.optional(reason) }),
  "run.held": z.object({ ...ofRun, state: z.literal("held"), reason }),
  "run.failed": z.object({ ...ofRun, state: z.literal("failed"), reason }),
  "reply.bounced": z.object({ ...ofRun, state: z.literal("replied") }),
  "reply.complained": z.object({ ...ofRun, state: z.literal("replied") }),
  /** `status`: the key's, as GET /api/ai-config shows it. */
  "config.rejected": z.object({ provider, status: z.string(), link }),
  "domain.verified": z.object({ domain: z.string(), link }),
  [TEST_EVENT]: z.object({ webhook_id: z.string() }),
} as const satisfies Record<EventType | typeof TEST_EVENT, z.ZodMiniType>;

type Types = keyof typeof DATA;

function payloadOf<T extends Types>(type: T) {
  return z.object({ type: z.literal(type), timestamp: time, data: DATA[type] });
}

/** The body of each call, by its type: `{ type, timestamp, data }` (Standard Webhooks, "Payload structure"). */
export const PAYLOADS = {
  "mail.received": payloadOf("mail.received"),
  "run.replied": payloadOf("run.replied"),
  "run.drafted": payloadOf("run.drafted"),
  "run.held": payloadOf("run.held"),
  "run.failed": payloadOf("run.failed"),
  "reply.bounced": payloadOf("reply.bounced"),
  "reply.complained": payloadOf("reply.complained"),
  "config.rejected": payloadOf("config.rejected"),
  "domain.verified": payloadOf("domain.verified"),
  [TEST_EVENT]: payloadOf(TEST_EVENT),
} as const satisfies Record<Types, z.ZodMiniType>;

/** The payload of an event that happened; a test event is made by the API itself. */
export const payload = z.discriminatedUnion("type", [
  PAYLOADS["mail.received"],
  PAYLOADS["run.replied"],
  PAYLOADS["run.drafted"],
  PAYLOADS["run.held"],
  PAYLOADS["run.failed"],
  PAYLOADS["reply.bounced"],
  PAYLOADS["reply.complained"],
  PAYLOADS["config.rejected"],
  PAYLOADS["domain.verified"],
]);
export type Payload = z.infer<typeof payload>;

/**
 * One event on its way to the owner's endpoints. The links are still paths of the web app, because only the sender
 * knows its address.
 */
export const webhookEvent = z.object({
  /** `webhook-id`: the same each time the event is announced and sent, so that a receiver can tell a repetition. */
  id: z.string(),
  /** The agent that it is about; missing for what belongs to no agent. */
  agent_id: z.optional(z.string()),
  payload,
});
export type WebhookEvent = z.infer<typeof webhookEvent>;
