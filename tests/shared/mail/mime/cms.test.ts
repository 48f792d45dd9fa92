import { describe, expect, test } from "vitest";
import { signedContent } from "../../../../shared/mail/mime/cms.ts";
import { parsed } from "../fixture.ts";

/** A DER element with a definite length. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.byteLength < 0x80 ? [body.byteLength] : [0x82, body.byteLength >> 8, body.byteLength & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

/** The same in BER with an indefinite length, which ends with two zero bytes. */
function ber(tag: number, ...parts: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.from([0, 0])]);
}

const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const DATA = oid("2a864886f70d010701");
const SIGNED = oid("2a864886f70d010702");
const ENVELOPED = oid("2a864886f70d010703");
const VERSION = der(0x02, Buffer.from([1]));
const DIGESTS = der(0x31, der(0x30, oid("608648016503040201")));
const SIGNERS = der(0x31);

const MAIL = Buffer.from("Content-Type: text/plain; charset=utf-8\r\n\r\nWhen do you open?\r\n");
const signed = (type = SIGNED, content = der(0x04, MAIL)) =>
  der(0x30, type, der(0xa0, der(0x30, VERSION, DIGESTS, der(0x30, DATA, der(0xa0, content)), SIGNERS)));
const streamed = ber(
  0x30,
  SIGNED,
  ber(
    0xa0,
    ber(
      0x30,
      VERSION,
      DIGESTS,
      ber(0x30, DATA, ber(0xa0, ber(0x24, der(0x04, MAIL.subarray(0, 20)), der(0x04, MAIL.subarray(20))))),
      SIGNERS,
    ),
  ),
);

describe("the signed content is found", () => {
  test.each([
    ["in DER", signed()],
    ["in pieces of BER", streamed],
  ])("%s", (_, bytes) => expect(Buffer.from(signedContent(bytes) ?? []).toString()).toBe(MAIL.toString()));

  test.each([
    ["what is encrypted", signed(ENVELOPED)],
    ["a signature alone", der(0x30, SIGNED, der(0xa0, der(0x30, VERSION, DIGESTS, der(0x30, DATA), SIGNERS)))],
    ["no bytes", Buffer.alloc(0)],
    ["text", Buffer.from("When do you open?")],
    ["an end that never comes", Buffer.concat(Array.from({ length: 5_000 }, () => Buffer.from([0x30, 0x80])))],
  ])("not in %s", (_, bytes) => expect(signedContent(bytes)).toBeUndefined());
});

test("a mail that is only signed is read, and its S/MIME file is listed", async () => {
  const type = "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m";
  const mail = await parsed(`${type}\nContent-Transfer-Encoding: base64\n\n${signed().toString("base64")}\n`);
  expect(mail.text).toBe("When do you open?");
  expect(mail.part_types).toEqual(["multipart/signed"]);
  expect(mail.attachments).toMatchObject([{ filename: "smime.p7m", mime_type: "application/pkcs7-mime" }]);
});
