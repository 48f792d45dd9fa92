import * as z from "zod/mini";

/** SES's event types and our names for them. Other types (opens, clicks, delays) change nothing. */
const KINDS = {
  Send: "sent",
  Delivery: "delivered",
  Bounce: "bounced",
  Complaint: "complained",
  Reject: "rejected",
} as const;

/** SES publishes this text once, when the event destination is created. */
const SETUP_TEXT = "Successfully validated SNS topic";

const envelope = z.object({ Message: z.string() });
const tag = z.array(z.string()).check(z.minLength(1));
const sesEvent = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    destination: z.optional(z.array(z.string())),
    tags: z.optional(
      z.object({ user_id: z.optional(tag), run_id: z.optional(tag), reminded_user_id: z.optional(tag) }),
    ),
  }),
  bounce: z.optional(z.object({ bounceType: z.optional(z.string()) })),
  complaint: z.optional(z.object({ complaintFeedbackType: z.optional(z.nullable(z.string())) })),
});
type SesEvent = z.infer<typeof sesEvent>;

export type DeliveryEvent = {
  user_id: string;
  run_id: string;
  sent_message_id: string;
  delivery: (typeof KINDS)[keyof typeof KINDS];
  /**
   * Set when the event concerns the correspondent's address: it cannot receive mail, or the person reported ours as
   * spam.
   */
  rejected_by?: "bounced" | "complained" | undefined;
};

/**
 * Reads one SES event from an SQS body (an SNS envelope around SES's event-publishing JSON).
 * @returns undefined for event types that we do not keep, and for mails that belong to no run (Cognito's codes)
 * @throws when the body does not have that shape
 */
export function readDeliveryEvent(body: string): DeliveryEvent | undefined {
  const event = readEvent(body);
  if (event === undefined) return undefined;
  const { eventType, mail } = event;
  const [user_id] = mail.tags?.user_id ?? [];
  const [run_id] = mail.tags?.run_id ?? [];
  if (!isKind(eventType) || user_id === undefined || run_id === undefined) return undefined;
  const delivery = KINDS[eventType];
  return { user_id, run_id, sent_message_id: mail.messageId, delivery, rejected_by: rejection(delivery, event) };
}

export type RejectedReminder = { user_id: string; reason: "bounced" | "complained"; address: string };

/** Reads the report on a reminder that its owner's address did not take, or called spam. Undefined for all else. */
export function readRejectedReminder(body: string): RejectedReminder | undefined {
  const event = readEvent(body);
  const [user_id] = event?.mail.tags?.reminded_user_id ?? [];
  const [address] = event?.mail.destination ?? [];
  if (event === undefined || user_id === undefined || address === undefined || !isKind(event.eventType))
    return undefined;
  const reason = rejection(KINDS[event.eventType], event);
  return reason && { user_id, reason, address };
}

function readEvent(body: string): SesEvent | undefined {
  const { Message } = envelope.parse(JSON.parse(body));
  return Message.startsWith(SETUP_TEXT) ? undefined : sesEvent.parse(JSON.parse(Message));
}

/**
 * A full or busy mailbox bounces only temporarily. Some providers send a "complaint" when a user moves a mail out of
 * the spam folder.
 */
function rejection(delivery: DeliveryEvent["delivery"], { bounce, complaint }: SesEvent): DeliveryEvent["rejected_by"] {
  if (delivery === "bounced" && bounce?.bounceType === "Permanent") return "bounced";
  if (delivery === "complained" && complaint?.complaintFeedbackType !== "not-spam") return "complained";
  return undefined;
}

function isKind(value: string): value is keyof typeof KINDS {
  return Object.hasOwn(KINDS, value);
}
