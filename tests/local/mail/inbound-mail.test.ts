import { expect, test } from "vitest";
import { addSesHeaders, type InboundMail, receivedNotification } from "../../../local/mail/inbound-mail.ts";
import { PASSED } from "../../../local/mail/verdicts.ts";

const rule = { recipients: ["agents.test"], bucket: "raw", prefix: "inbound/", topicArn: "arn:topic" };

function inbound(raw: string | Buffer, more: Partial<InboundMail> = {}): InboundMail {
  const receivedAt = new Date("2026-11-23T20:45:00.000Z");
  const envelope = { from: "alice@example.com", to: ["a@agents.test", "x@other.test"] };
  return { messageId: "m1", ...envelope, raw: Buffer.from(raw), verdicts: PASSED, receivedAt, ...more };
}

function notify(mail: InboundMail) {
  return receivedNotification(mail, addSesHeaders(mail, ["a@agents.test"]), ["a@agents.test"], rule);
}

test("the notification has SES's shape: the mail lists all recipients, the receipt those of the rule", () => {
  const raw =
    "From: Alice <alice@example.com>\r\nTo: a@agents.test,\r\n x@other.test\r\nSubject: Hi\r\n\r\nSubject: no\r\n";
  expect(notify(inbound(raw))).toMatchObject({
    notificationType: "Received",
    mail: {
      timestamp: "2026-11-23T20:45:00.000Z",
      source: "alice@example.com",
      messageId: "m1",
      destination: ["a@agents.test", "x@other.test"],
      headersTruncated: false,
      headers: expect.arrayContaining([
        { name: "Return-Path", value: "<alice@example.com>" },
        { name: "To", value: "a@agents.test, x@other.test" },
      ]),
      commonHeaders: {
        returnPath: "alice@example.com",
        from: ["Alice <alice@example.com>"],
        to: ["a@agents.test, x@other.test"],
        subject: "Hi",
      },
    },
    receipt: {
      timestamp: "2026-11-23T20:45:00.000Z",
      recipients: ["a@agents.test"],
      spamVerdict: { status: "PASS" },
      virusVerdict: { status: "PASS" },
      spfVerdict: { status: "PASS" },
      dkimVerdict: { status: "PASS" },
      dmarcVerdict: { status: "PASS" },
      action: {
        type: "S3",
        topicArn: "arn:topic",
        bucketName: "raw",
        objectKeyPrefix: "inbound/",
        objectKey: "inbound/m1",
      },
    },
  });
});

test.each([
  ["Alice <alice@a.example>", "a.example"],
  ['"alice@a.example" <x@b.example>', "b.example"],
  ["(a comment with c@c.example) x@B.Example", "b.example"],
])("DMARC applies to the domain of the address in From: %s", (from, domain) => {
  const stamped = addSesHeaders(inbound(`From: ${from}\r\n\r\nHi`), ["a@agents.test"]).toString();
  expect(stamped).toContain(`dkim=pass header.i=@${domain};`);
  expect(stamped).toContain(`dmarc=pass header.from=${domain};`);
});

test("headers beyond 10 KB are left out, and the notification says so", () => {
  const long = Array.from({ length: 20 }, (_value, index) => `X-Long-${index}: ${"y".repeat(1_000)}\r\n`).join("");
  const notification = notify(inbound(`${long}Subject: late\r\n\r\n`));
  expect(notification).toMatchObject({ mail: { headersTruncated: true, commonHeaders: { subject: "late" } } });
  expect(JSON.stringify(notification).length).toBeLessThan(13_000);
});

test("a bounce has an empty sender, and the mail's bytes are kept unchanged", () => {
  const raw = Buffer.concat([Buffer.from("Subject: x\r\n\r\n"), Buffer.from([0xff, 0x00, 0x0a])]);
  const mail = inbound(raw, { from: "" });
  const stamped = addSesHeaders(mail, ["a@agents.test"]);
  expect(stamped.toString("latin1")).toMatch(/^Return-Path: <>\r\n/);
  expect(stamped.subarray(-raw.length)).toEqual(raw);
  expect(notify(mail)).toMatchObject({ mail: { source: "", commonHeaders: { returnPath: "" } } });
});

test("a failed check is in the receipt and in the headers, with the DMARC policy of the domain", () => {
  const verdicts = { ...PASSED, dkim: "GRAY" as const, dmarc: "FAIL" as const };
  const mail = inbound("From: a@b.test\r\n\r\n", { verdicts });
  expect(notify(mail)).toMatchObject({ receipt: { dkimVerdict: { status: "GRAY" }, dmarcPolicy: "reject" } });
  expect(addSesHeaders(mail, []).toString()).toMatch(
    /dkim=none header\.i=@b\.test;\r\n dmarc=fail header\.from=b\.test;/,
  );
});
