import * as z from "zod/mini";

/** SES's names of what became of a mail, and ours. Other kinds (opens, clicks, delays) change nothing. */
const KINDS = {
  Send: "sent",
  Delivery: "delivered",
  Bounce: "bounced",
  Complaint: "complained",
  Reject: "rejected",
} as const;

const envelope = z.object({ Message: z.string() });
const tag = z.array(z.string()).check(z.minLength(1));
const sesEvent = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    tags: z.optional(z.object({ user_id: z.optional(tag), run_id: z.optional(tag) })),
  }),
});

export type DeliveryEvent = {
  user_id: string;
  run_id: string;
  sent_message_id: string;
  delivery: (typeof KINDS)[keyof typeof KINDS];
};

/**
 * Reads one SES event out of an SQS body (SNS envelope around SES's event-publishing JSON).
 * @returns undefined for an event of a kind we do not keep, and for a mail that is no run's (Cognito's codes)
 * @throws when the body is not of that shape
 */
export function readDeliveryEvent(body: string): DeliveryEvent | undefined {
  const { eventType, mail } = sesEvent.parse(JSON.parse(envelope.parse(JSON.parse(body)).Message));
  const [user_id] = mail.tags?.user_id ?? [];
  const [run_id] = mail.tags?.run_id ?? [];
  if (!isKind(eventType) || user_id === undefined || run_id === undefined) return undefined;
  return { user_id, run_id, sent_message_id: mail.messageId, delivery: KINDS[eventType] };
}

function isKind(value: string): value is keyof typeof KINDS {
  return Object.hasOwn(KINDS, value);
}
