import { expect, test } from "vitest";
import { decodeCharset } from "../../../../shared/mail/mime/charset.ts";

const EURO_1252 = Buffer.from([0x80, 0x20, 0x93, 0x61, 0x94]);

test.each<[string, Buffer, string, string]>([
  ["UTF-8", Buffer.from("né 語"), "utf-8", "né 語"],
  ["no charset, in UTF-8", Buffer.from("né 語"), "", "né 語"],
  ["no charset, in windows-1252", EURO_1252, "", "€ “a”"],
  ["UTF-8 that is windows-1252", Buffer.from("Gr\xfc\xdfe", "latin1"), "utf-8", "Grüße"],
  ["US-ASCII that is UTF-8", Buffer.from("né"), "us-ascii", "né"],
  ["UTF-8 with one broken letter", Buffer.from([0xc3, 0xa9, 0xff]), "utf-8", "é\ufffd"],
  ["UTF-8 that was cut within a letter", Buffer.from("né語").subarray(0, -1), "utf-8", "né\ufffd"],
  ["a last letter of windows-1252", Buffer.from("caf\xe9", "latin1"), "", "café"],
  ["ISO-8859-1, read as everyone reads it", EURO_1252, "ISO-8859-1", "€ “a”"],
  ["windows-1252", EURO_1252, "windows-1252", "€ “a”"],
  ["an old name of it", EURO_1252, "x-cp1252", "€ “a”"],
  ["ISO-2022-JP", Buffer.from("\x1b$B8l\x1b(B", "latin1"), "iso-2022-jp", "語"],
  ["KOI8-R", Buffer.from([0xd0, 0xd2, 0xc9]), "koi8-r", "при"],
  ["a charset that nobody knows", Buffer.from("né"), "x-martian", "né"],
  ["a charset that browsers refuse", Buffer.from("abc"), "utf-7", "abc"],
])("reads %s", (_, bytes, charset, text) => expect(decodeCharset(bytes, charset)).toBe(text));
