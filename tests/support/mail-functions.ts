import * as address from "../../shared/mail/address.ts";
import { cleanLine } from "../../shared/mail/clean-line.ts";
import { cutText } from "../../shared/mail/cut.ts";
import { readDeliveryEvent, readRejectedReminder } from "../../shared/mail/delivery-event.ts";
import * as headers from "../../shared/mail/headers.ts";
import { mailboxes } from "../../shared/mail/mailboxes.ts";
import * as ids from "../../shared/mail/message-ids.ts";
import { readNotification } from "../../shared/mail/notification.ts";
import { readableText } from "../../shared/mail/readable-text.ts";
import * as verdicts from "../../shared/mail/verdicts.ts";
import { ANSWERING } from "./mail-functions/answering.ts";
import { DECIDING } from "./mail-functions/deciding.ts";
import { facts, header, type Rows, splitIn } from "./mail-functions/feeding.ts";
import { HTML } from "./mail-functions/html.ts";
import { MIME } from "./mail-functions/mime.ts";
import { NEW_TEXT } from "./mail-functions/new-text.ts";

const verdict = { status: "PASS" };
const others = { virus: verdict, spf: verdict, dkim: verdict, dmarc: verdict };
const notice = (text: string) => ({
  notificationType: "Received",
  mail: {
    ...{ timestamp: "2026-11-23T12:00:00.000Z", source: text, messageId: "m", headersTruncated: false },
    ...{ headers: [{ name: text, value: text }], commonHeaders: { from: [text], subject: text } },
  },
  receipt: {
    ...{ recipients: [text || "a@b"], spamVerdict: verdict, virusVerdict: verdict, spfVerdict: verdict },
    ...{ dkimVerdict: verdict, dmarcVerdict: verdict, action: { objectKey: "inbound/m" } },
  },
});
const sns = (message: object) => JSON.stringify({ Type: "Notification", Message: JSON.stringify(message) });

/**
 * How each function that shared/mail/ exports is fed with a text of any length, by its file and its name. A new export
 * without a row fails tests/shared/mail/linear.test.ts.
 */
export const MAIL_FUNCTIONS: Record<string, Rows> = {
  ...{ ...ANSWERING, ...DECIDING, ...HTML, ...MIME, ...NEW_TEXT },
  "address.ts": {
    domainOf: address.domainOf,
    isPlainAddress: (text) => [address.isPlainAddress(text), address.isPlainAddress(`${text}@${text}`)],
    isSameMailbox: (text) => address.isSameMailbox(text, `${text}.`),
    isWithin: (text) => address.isWithin(text, `.${text}`),
    localPartOf: address.localPartOf,
  },
  "clean-line.ts": { cleanLine: (text) => cleanLine(text, text.length) },
  "cut.ts": { cutText: (text) => cutText(text, text.length / 2) },
  "delivery-event.ts": {
    readDeliveryEvent: (text) =>
      readDeliveryEvent(
        sns({ eventType: "Bounce", mail: { messageId: text, tags: { user_id: [text], run_id: [text] } } }),
      ),
    readRejectedReminder: (text) =>
      readRejectedReminder(
        sns({ eventType: "Complaint", mail: { messageId: text, tags: { user_id: [text], kind: [text] } } }),
      ),
  },
  "headers.ts": {
    headerValues: (text) => headers.headerValues(facts(text).headers, text),
    keyword: headers.keyword,
    withoutComments: headers.withoutComments,
  },
  "mailboxes.ts": {
    mailboxes: (text) => mailboxes([header("from", text)], "from"),
    "mailboxes of one": (text) => mailboxes([header("from", `"${text}" <a@${text}>`)], "from"),
    "mailboxes as sent": (text) => mailboxes([header("from", text)], "from", [header("from", `${text}, b@c.example`)]),
  },
  "message-ids.ts": {
    limitIds: (text) => ids.limitIds(splitIn(500, text)),
    idKey: (text) => [ids.idKey(text), ids.idKey(`<${text}`)],
    isWritable: ids.isWritable,
    messageIds: (text) => [ids.messageIds(text), ids.messageIds(text, true), ids.messageIds(splitIn(500, text))],
    "messageIds in brackets": (text) => ids.messageIds(`<${text}@${text}>`),
    ownMessageId: (text) => ids.ownMessageId([text]),
  },
  "notification.ts": { readNotification: (text) => readNotification(sns(notice(text))) },
  "readable-text.ts": { readableText },
  "verdicts.ts": {
    checksOff: (status) => verdicts.checksOff({ spam: { status }, ...others }),
    readVerdicts: (status) => verdicts.readVerdicts({ spam: { status }, ...others }),
  },
};
