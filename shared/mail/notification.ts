import * as z from "zod/mini";
import { domainOf } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import type { Header } from "./headers.ts";
import { decodeWords } from "./mime/encoded-words.ts";
import { checksOff, readVerdicts, reportedVerdict, type Verdicts } from "./verdicts.ts";

const MAX_LINE = 255;

/** SES's notification of one mail that it stored. */
export type InboundNotice = {
  ses_message_id: string;
  /** When SES accepted it, ISO 8601 in UTC. */
  received_at: string;
  /** The envelope's sender, its domain in lower case; "" for `<>`. */
  mail_from: string;
  /** The envelope's recipients in lower case. They say who the mail is for, whatever To and Cc contain. */
  recipients: string[];
  verdicts: Verdicts;
  /** Checks that are switched off in SES, by their names in `verdicts`. */
  checks_off: string[];
  /** Null when SES may have left some out. No rule may then conclude that a header is missing. */
  headers: Header[] | null;
  /** Only for display in lists: decoded, one clean line. */
  from: string;
  subject: string;
  /** The raw mail's key in the bucket. */
  object_key: string;
};

export type Notification = { kind: "mail"; mail: InboundNotice } | { kind: "ignore"; why: string };

const text = z.string();
const name = text.check(z.minLength(1));

const envelope = z.object({ Type: text, Message: z.optional(text) });
const anyNotice = z.object({ notificationType: text });
const received = z.object({
  mail: z.object({
    timestamp: z.iso.datetime(),
    source: text,
    messageId: name,
    headersTruncated: z.optional(z.boolean()),
    headers: z.optional(z.array(z.object({ name: text, value: text }))),
    commonHeaders: z.optional(z.object({ from: z.optional(z.array(text)), subject: z.optional(text) })),
  }),
  receipt: z.object({
    recipients: z.array(name).check(z.minLength(1)),
    spamVerdict: reportedVerdict,
    virusVerdict: reportedVerdict,
    spfVerdict: reportedVerdict,
    dkimVerdict: reportedVerdict,
    dmarcVerdict: reportedVerdict,
    action: z.object({ objectKey: name }),
  }),
});

// AWS sends these tests when a subscription, a topic or a rule is created. They are not mails, and SQS must not deliver
// them again.
const SETUP_TYPES = ["SubscriptionConfirmation", "UnsubscribeConfirmation"];
const SETUP_TEXT = "Successfully validated SNS topic";
const SETUP_NOTICE = "AmazonSnsSubscriptionSucceeded";
const SETUP_OBJECT = "AMAZON_SES_SETUP_NOTIFICATION";

/**
 * Reads the body of one inbound SQS message: an SNS envelope around SES's notification of a stored mail.
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
 * @throws Error that names the fault and quotes nothing of the contents
 */
export function readNotification(body: string): Notification {
  const { Type, Message = "" } = parseWith(envelope, parseJson(body, "body"), "SNS envelope");
  if (SETUP_TYPES.includes(Type)) return { kind: "ignore", why: "subscription" };
  if (Message.startsWith(SETUP_TEXT)) return { kind: "ignore", why: "topic_validated" };
  const notice = parseJson(Message, "Message");
  const { notificationType } = parseWith(anyNotice, notice, "SES notification");
  if (notificationType === SETUP_NOTICE) return { kind: "ignore", why: "subscription" };
  if (notificationType !== "Received") throw new Error("The type of the SES notification is not Received");
  const stored = parseWith(received, notice, "SES notification");
  const keys = [stored.mail.messageId, stored.receipt.action.objectKey];
  if (keys.some((key) => key.endsWith(SETUP_OBJECT))) return { kind: "ignore", why: "rule_set_up" };
  return { kind: "mail", mail: noticeOf(stored) };
}

function noticeOf({ mail, receipt }: z.infer<typeof received>): InboundNotice {
  const { spamVerdict: spam, virusVerdict: virus, spfVerdict: spf, dkimVerdict: dkim, dmarcVerdict: dmarc } = receipt;
  const reported = { spam, virus, spf, dkim, dmarc };
  const headers = mail.headers?.map(({ name, value }) => ({ name: name.toLowerCase(), value }));
  return {
    ses_message_id: mail.messageId,
    received_at: mail.timestamp,
    mail_from: envelopeSender(mail.source),
    recipients: receipt.recipients.map((recipient) => recipient.toLowerCase()),
    verdicts: readVerdicts(reported),
    checks_off: checksOff(reported),
    headers: mail.headersTruncated === false && headers ? headers : null,
    from: listLine(mail.commonHeaders?.from?.join(", ")),
    subject: listLine(mail.commonHeaders?.subject),
    object_key: receipt.action.objectKey,
  };
}

function listLine(value = ""): string {
  return cleanLine(decodeWords(value), MAX_LINE);
}

function envelopeSender(source: string): string {
  const address = source.trim().replace(/^<(.*)>$/, "$1");
  const domain = domainOf(address);
  return domain === "" ? address : address.slice(0, -domain.length) + domain;
}

function parseJson(value: string, what: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new Error(`The ${what} of the inbound message is not JSON`);
  }
}

function parseWith<T extends z.ZodMiniType>(schema: T, value: unknown, what: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map(({ path }) => path.join(".") || "all of it");
  throw new Error(`The ${what} has missing or malformed fields: ${[...new Set(paths)].join(", ")}`);
}
