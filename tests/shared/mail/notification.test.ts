import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNotification } from "../../../shared/mail/notification.ts";

const verdict = (status: string) => ({ status });

const MAIL = {
  timestamp: "2026-11-23T20:45:00.000Z",
  source: "Alice@Customer.EXAMPLE",
  messageId: "o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1",
  destination: ["help@agents.example", "boss@customer.example"],
  headersTruncated: false,
  headers: [
    { name: "From", value: "=?utf-8?Q?J=C3=B6rg?= <alice@customer.example>" },
    { name: "Subject", value: "=?utf-8?Q?Hours=0D=0ABcc=3A_x?=" },
  ],
  commonHeaders: {
    from: ["=?utf-8?Q?J=C3=B6rg?= <alice@customer.example>"],
    subject: "=?utf-8?Q?Hours=0D=0ABcc=3A_x?=",
  },
};

const RECEIPT = {
  recipients: ["Help@Agents.example"],
  spamVerdict: verdict("PASS"),
  virusVerdict: verdict("PASS"),
  spfVerdict: verdict("GRAY"),
  dkimVerdict: verdict("FAIL"),
  dmarcVerdict: verdict("PASS"),
  action: { type: "S3", bucketName: "raw", objectKey: "inbound/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1" },
};

const sns = (message: unknown, Type = "Notification") =>
  JSON.stringify({ Type, Message: typeof message === "string" ? message : JSON.stringify(message) });

const received = (mail: object = {}, receipt: object = {}) =>
  sns({ notificationType: "Received", mail: { ...MAIL, ...mail }, receipt: { ...RECEIPT, ...receipt } });

function noticeIn(body: string) {
  const notification = readNotification(body);
  if (notification.kind === "ignore") throw new Error(notification.why);
  return notification.mail;
}

describe("readNotification", () => {
  test("reads SES's notification of a stored mail", () => {
    expect(readNotification(received())).toEqual({
      kind: "mail",
      mail: {
        ses_message_id: MAIL.messageId,
        received_at: "2026-11-23T20:45:00.000Z",
        mail_from: "Alice@customer.example",
        recipients: ["help@agents.example"],
        verdicts: { spam: "PASS", virus: "PASS", spf: "GRAY", dkim: "FAIL", dmarc: "PASS" },
        checks_off: [],
        headers: [
          { name: "from", value: MAIL.headers[0]?.value },
          { name: "subject", value: MAIL.headers[1]?.value },
        ],
        from: "Jörg <alice@customer.example>",
        subject: "Hours Bcc: x",
        object_key: RECEIPT.action.objectKey,
      },
    });
  });

  test("takes only the envelope's recipients, whatever To and Cc say", () => {
    const recipients = ["a@agents.example", "b@agents.example"];
    expect(noticeIn(received({ destination: ["c@agents.example"] }, { recipients })).recipients).toEqual(recipients);
  });

  test.each([
    ["<>", ""],
    ["", ""],
    ["<Bob@B.Example>", "Bob@b.example"],
    ["MAILER-DAEMON", "MAILER-DAEMON"],
  ])("reads the envelope sender %j as %j", (source, mail_from) => {
    expect(noticeIn(received({ source })).mail_from).toBe(mail_from);
  });

  test.each([
    ["says that it cut them", { headersTruncated: true }],
    ["does not say that they are whole", { headersTruncated: undefined }],
    ["gives none", { headers: undefined }],
  ])("has no headers to decide by when SES %s", (_, mail) => {
    expect(noticeIn(received(mail)).headers).toBeNull();
  });

  test("counts a missing or unknown verdict as a failed check", () => {
    const { verdicts } = noticeIn(received({}, { spamVerdict: verdict("MAYBE"), dkimVerdict: undefined }));
    expect(verdicts).toMatchObject({ spam: "PROCESSING_FAILED", dkim: "PROCESSING_FAILED", virus: "PASS" });
  });

  test("names the checks that are off, missing or unknown, but not those that SES could not finish", () => {
    const changes = { spamVerdict: verdict("DISABLED"), virusVerdict: verdict("MAYBE"), dkimVerdict: undefined };
    const notice = noticeIn(received({}, { ...changes, dmarcVerdict: verdict("PROCESSING_FAILED") }));
    expect(notice.checks_off).toEqual(["spam", "virus", "dkim"]);
    expect(notice.verdicts.spam).toBe("DISABLED");
  });

  test("lists a mail without From and Subject, and cuts long ones", () => {
    expect(noticeIn(received({ commonHeaders: {} }))).toMatchObject({ from: "", subject: "" });
    expect(noticeIn(received({ commonHeaders: { subject: "x".repeat(900) } })).subject).toHaveLength(255);
  });
});

test.each([
  ["a subscription", sns("You have chosen to subscribe", "SubscriptionConfirmation"), "subscription"],
  ["an end of subscription", sns("You have chosen to leave", "UnsubscribeConfirmation"), "subscription"],
  ["SNS's own check", sns("Successfully validated SNS topic for Amazon SES event publishing."), "topic_validated"],
  ["a topic's welcome", sns({ notificationType: "AmazonSnsSubscriptionSucceeded" }), "subscription"],
  ["SES's own check", received({ messageId: "AMAZON_SES_SETUP_NOTIFICATION" }), "rule_set_up"],
  ["SES's own object", received({}, { action: { objectKey: "inbound/AMAZON_SES_SETUP_NOTIFICATION" } }), "rule_set_up"],
])("%s is not a mail", (_, body, why) => {
  expect(readNotification(body)).toEqual({ kind: "ignore", why });
});

const SECRET = "hush-hush";

describe("an unreadable notification", () => {
  test.each([
    ["the body, not JSON", SECRET, "The body of the inbound message is not JSON"],
    ["the body, no envelope", JSON.stringify([SECRET]), "The SNS envelope has missing or malformed fields: all of it"],
    [
      "the envelope's type",
      JSON.stringify({ Message: SECRET }),
      "The SNS envelope has missing or malformed fields: Type",
    ],
    ["the message, not JSON", sns(SECRET), "The Message of the inbound message is not JSON"],
    [
      "the message, missing",
      JSON.stringify({ Type: "Notification" }),
      "The Message of the inbound message is not JSON",
    ],
    [
      "its type, missing",
      sns({ mail: SECRET }),
      "The SES notification has missing or malformed fields: notificationType",
    ],
    ["its type, another", sns({ notificationType: SECRET }), "is not Received"],
    ["the time", received({ timestamp: SECRET }), "has missing or malformed fields: mail.timestamp"],
    ["the recipients", received({}, { recipients: [] }), "has missing or malformed fields: receipt.recipients"],
    ["several fields", received({ source: 7 }, { action: {} }), "mail.source, receipt.action.objectKey"],
  ])("is named: %s", (_, body, message) => {
    const error = thrownBy(body);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain(SECRET);
  });

  test("always throws an Error", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => sns(json)),
        ),
        (body) => {
          expect(() => readNotification(body)).toThrow(Error);
        },
      ),
    );
  });
});

function thrownBy(body: string): Error {
  try {
    readNotification(body);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("It was read");
}
