import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../../shared/mail/decide.ts";
import { type ParsedMail, parseMail } from "../../../shared/mail/parse.ts";
import { parsed, parsedFixture, rawFixture } from "./fixture.ts";
import { personsMail } from "./person.ts";

function decided(mail: ParsedMail) {
  const { headers, from, sender, replyTo: reply_to, part_types, text } = mail;
  return decide({ ...personsMail(), headers, from, sender, reply_to, part_types, text });
}

describe("parseMail", () => {
  test("reads a plain mail", async () => {
    const mail = await parsedFixture("plain");
    expect(mail).toMatchObject({
      from: [{ name: "Alice Customer", address: "alice@customer.example" }],
      sender: undefined,
      replyTo: [],
      message_id: "<first@customer.example>",
      in_reply_to: [],
      references: [],
      subject: "Opening hours",
      part_types: ["text/plain"],
      attachments: [],
    });
    expect(mail.text.trim()).toMatch(/^Hello,\r?\n\r?\nwhen do you open on Saturday\?\r?\n\r?\nAlice$/);
    expect(mail.headers.map(({ name }) => name)).toEqual([
      "from",
      "to",
      "subject",
      "date",
      "message-id",
      "mime-version",
      "content-type",
    ]);
    expect(decided(mail)).toEqual({ action: "answer", to: "alice@customer.example" });
  });

  test("reads only well-formed ids, in folded and in encoded headers", async () => {
    expect(await parsedFixture("answer")).toMatchObject({
      in_reply_to: ["<second@customer.example>"],
      references: ["<root@customer.example>", "<second@customer.example>"],
    });
    expect((await parsedFixture("two-ids")).in_reply_to).toEqual(["<encoded@customer.example>"]);
  });

  test("has no message id if there are two", async () => {
    expect((await parsedFixture("two-ids")).message_id).toBeUndefined();
  });

  test("decodes names, subject and text with their charsets", async () => {
    const mail = await parsedFixture("latin1");
    expect(mail.from).toEqual([{ name: "Jörg Müller", address: "joerg@customer.example" }]);
    expect(mail.subject).toBe("Öffnungszeiten");
    expect(mail.text.trim()).toBe("Grüße aus Köln");
  });

  test("reads a mail whose lines end in CR alone", async () => {
    const mail = await parsed("From: a@b.example\rSubject: Hours\r\rOne\rtwo\r");
    expect(mail).toMatchObject({ from: [{ address: "a@b.example" }], subject: "Hours", text: "One\rtwo" });
  });

  test("prefers the plain text of an alternative", async () => {
    expect((await parsedFixture("alternative")).text.trim()).toBe("Café?");
  });

  test("makes text from a mail that is only HTML", async () => {
    const { text } = await parsedFixture("html-only");
    expect(text.replace(/\s+/g, " ").trim()).toBe("When do you open? --b Bye & thanks");
  });

  test("makes text from the HTML if the plain part is blank", async () => {
    expect((await parsedFixture("blank-plain")).text.trim()).toBe("Only here");
  });

  test("finds no text in a mail that is only a picture, and the mail is held", async () => {
    const mail = await parsedFixture("no-text");
    expect(mail.text).toBe("");
    expect(decided(mail)).toEqual({ action: "hold", reason: "no_readable_text" });
  });

  test("names attachments with their sizes, on one clean line", async () => {
    const mail = await parsedFixture("attachments");
    expect(mail.text.trim()).toBe("See the photo.");
    expect(mail.part_types).toEqual(["multipart/mixed", "image/png"]);
    expect(mail.attachments).toEqual([{ filename: "photo X-Evil: yes.png", mime_type: "image/png", size: 8 }]);
  });

  test("does not let line breaks in encoded words into a name or a subject", async () => {
    const mail = await parsedFixture("line-breaks-in-words");
    expect(mail.subject).toBe("Hours Bcc: victim@bank.example");
    expect(mail.from).toEqual([{ name: "Alice Bcc: victim@bank.example", address: "alice@customer.example" }]);
  });

  test("does not read a quoted local part as another's address", async () => {
    expect(decided(await parsedFixture("quoted-from"))).toEqual({ action: "hold", reason: "unusual_address" });
  });

  test("keeps the text, headers and parts of an attached message apart from the mail's own", async () => {
    const mail = await parsedFixture("forwarded-bounce");
    expect(mail.text.trim()).toBe("What does this mean?");
    expect(mail.part_types).toEqual(["multipart/mixed", "message/rfc822"]);
    expect(decided(mail)).toEqual({ action: "answer", to: "alice@customer.example" });
  });

  test.each([
    ["bounce", "delivery_report"],
    ["vacation", "auto_submitted"],
  ])("lets the mail %s be skipped", async (name, reason) => {
    expect(decided(await parsedFixture(name))).toEqual({ action: "skip", reason });
  });
});

describe("a mail that no agent can read is held", () => {
  const ALICE = "From: alice@customer.example\nSubject: x\n";
  const mixed = (type: string, ...parts: string[]) =>
    `${ALICE}Content-Type: ${type}; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`;
  const file = (type: string) => `Content-Type: ${type}\nContent-Transfer-Encoding: base64\n\nAAAA`;
  const TEXT = "Content-Type: text/plain\n\nSee the file.";

  test.each<[string, string, string]>([
    ["S/MIME", "encrypted", `${ALICE}${file("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m")}`],
    ["S/MIME by its old name", "encrypted", `${ALICE}${file("application/x-pkcs7-mime; name=smime.p7m")}`],
    [
      "PGP/MIME",
      "encrypted",
      mixed(
        'multipart/encrypted; protocol="application/pgp-encrypted"',
        "Content-Type: application/pgp-encrypted\n\nVersion: 1",
        file("application/octet-stream; name=encrypted.asc"),
      ),
    ],
    ["text that is none", "unreadable_text", `${ALICE}\n${"\u0001\u0002ab".repeat(50)}`],
    ["PGP in its text", "encrypted", `${ALICE}\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n`],
    [
      "an invitation",
      "calendar",
      mixed("multipart/alternative", TEXT, "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR"),
    ],
    [
      "Outlook's own form alone",
      "outlook_only",
      mixed("multipart/mixed", file("application/ms-tnef; name=winmail.dat")),
    ],
    [
      "Outlook's own form beside a blank text",
      "outlook_only",
      mixed("multipart/mixed", "Content-Type: text/plain\n\n \n", file("application/vnd.ms-tnef; name=winmail.dat")),
    ],
  ])("%s (%s)", async (_, reason, raw) => {
    expect(decided(await parsed(raw))).toEqual({ action: "hold", reason });
  });

  test("and a mail that also has plain text is answered", async () => {
    const signed = mixed("multipart/signed", TEXT, file("application/pkcs7-signature; name=smime.p7s"));
    const outlook = mixed("multipart/mixed", TEXT, file("application/ms-tnef; name=winmail.dat"));
    for (const raw of [signed, outlook]) expect(decided(await parsed(raw)).action).toBe("answer");
  });
});

test("never throws, whatever bytes come", async () => {
  const plain = await rawFixture("attachments");
  await fc.assert(
    fc.asyncProperty(fc.nat(plain.length), fc.nat(40), fc.uint8Array({ maxLength: 60 }), async (at, gone, bytes) => {
      const broken = Buffer.concat([plain.subarray(0, at), bytes, plain.subarray(at + gone)]);
      const mail = await parseMail(broken);
      if ("problem" in mail) return;
      expect(mail.subject).not.toMatch(/[\r\n]/);
      decided(mail);
    }),
    { numRuns: 500 },
  );
});

test("an empty mail reads as empty", async () => {
  expect(await parsed("")).toMatchObject({ from: [], subject: "", text: "", part_types: ["text/plain"] });
});
