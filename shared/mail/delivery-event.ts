import * as z from "zod/mini";

/** SES's names of what became of a mail, and ours. Other kinds (opens, clicks, delays) change nothing. */
const KINDS = {
  Send: "sent",
  Delivery: "delivered",
  Bounce: "bounced",
  Complaint: "complained",
  Reject: "rejected",
} as const;

/** SES tries the topic once, when the event destination is made. */
const SETUP_TEXT = "Successfully validated SNS topic";

const envelope = z.object({ Message: z.string() });
const tag = z.array(z.string()).check(z.minLength(1));
const sesEvent = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    tags: z.optional(z.object({ user_id: z.optional(tag), run_id: z.optional(tag) })),
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
  /** What the event says of the correspondent: no mail will ever reach them, or they call our mail spam. */
  rejected_by?: "bounced" | "complained" | undefined;
};

/**
 * Reads one SES event out of an SQS body (SNS envelope around SES's event-publishing JSON).
 * @returns undefined for an event of a kind we do not keep, and for a mail that is no run's (Cognito's codes)
 * @throws when the body is not of that shape
 */
export function readDeliveryEvent(body: string): DeliveryEvent | undefined {
  const { Message } = envelope.parse(JSON.parse(body));
  if (Message.startsWith(SETUP_TEXT)) return undefined;
  const event = sesEvent.parse(JSON.parse(Message));
  const { eventType, mail } = event;
  const [user_id] = mail.tags?.user_id ?? [];
  const [run_id] = mail.tags?.run_id ?? [];
  if (!isKind(eventType) || user_id === undefined || run_id === undefined) return undefined;
  const delivery = KINDS[eventType];
  return { user_id, run_id, sent_message_id: mail.messageId, delivery, rejected_by: rejection(delivery, event) };
}

/** A full or busy mailbox bounces for now only, and some providers report when a mail is taken out of the spam folder. */
function rejection(delivery: DeliveryEvent["delivery"], { bounce, complaint }: SesEvent): DeliveryEvent["rejected_by"] {
  if (delivery === "bounced" && bounce?.bounceType === "Permanent") return "bounced";
  if (delivery === "complained" && complaint?.complaintFeedbackType !== "not-spam") return "complained";
  return undefined;
}

function isKind(value: string): value is keyof typeof KINDS {
  return Object.hasOwn(KINDS, value);
}
