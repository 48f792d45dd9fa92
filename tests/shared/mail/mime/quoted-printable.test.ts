import { expect, test } from "vitest";
import { decodeQuotedPrintable } from "../../../../shared/mail/mime/quoted-printable.ts";

const decoded = (text: string) => Buffer.from(decodeQuotedPrintable(Buffer.from(text))).toString();

test.each([
  ["=C3=A9", "é"],
  ["=c3=a9", "é"],
  ["a=\r\nb=\nc=\rd", "abcd"],
  ["a=  \r\nb", "ab"],
  ["a  \t\r\nb \n", "a\r\nb\n"],
  ["a=20\r\nb", "a \r\nb"],
  ["a=20 \r\nb", "a \r\nb"],
  ["1=2", "1=2"],
  ["=G1=1G=", "=G1=1G"],
  ["a==41", "a=A"],
  ["end=", "end"],
])("%j reads as %j", (text, expected) => expect(decoded(text)).toBe(expected));
