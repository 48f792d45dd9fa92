import { expect, test } from "vitest";
import { decodeCharset } from "../../../../shared/mail/mime/charset.ts";
import { encoded } from "./encoded.ts";

const EURO_1252 = Buffer.from([0x80, 0x20, 0x93, 0x61, 0x94]);

test.each<[string, Buffer, string, string]>([
  ["UTF-8", Buffer.from("né 語"), "utf-8", "né 語"],
  ["no charset, in UTF-8", Buffer.from("né 語"), "", "né 語"],
  ["a byte order mark rather than the declared charset", Buffer.from("\ufeffné"), "windows-1252", "né"],
  ["no charset, in windows-1252", EURO_1252, "", "€ “a”"],
  ["UTF-8 that is windows-1252", Buffer.from("Gr\xfc\xdfe", "latin1"), "utf-8", "Grüße"],
  ["US-ASCII that is UTF-8", Buffer.from("né"), "us-ascii", "né"],
  ["UTF-8 with one broken letter", Buffer.from([0xc3, 0xa9, 0xff]), "utf-8", "é\ufffd"],
  ["UTF-8 that was cut within a letter", Buffer.from("né語").subarray(0, -1), "utf-8", "né\ufffd"],
  ["a last letter of windows-1252", Buffer.from("caf\xe9", "latin1"), "", "café"],
  ["ISO-8859-1, read as everyone reads it", EURO_1252, "ISO-8859-1", "€ “a”"],
  ["windows-1252", EURO_1252, "windows-1252", "€ “a”"],
  ["its old name", EURO_1252, "x-cp1252", "€ “a”"],
  ["ISO-2022-JP", Buffer.from("\x1b$B8l\x1b(B", "latin1"), "iso-2022-jp", "語"],
  ["KOI8-R", Buffer.from([0xd0, 0xd2, 0xc9]), "koi8-r", "при"],
  ["a charset that nobody knows", Buffer.from("né"), "x-martian", "né"],
  ["UTF-7", Buffer.from("K+APY-nnen Sie 1+-1 +ANY-ffnen?"), "utf-7", "Können Sie 1+1 Öffnen?"],
  ["ISO-2022-JP without a charset", Buffer.from("\x1b$B8l\x1b(B"), "", "語"],
  ["ISO-2022-JP that is called UTF-8", Buffer.from("\x1b$B8l\x1b(B"), "utf-8", "語"],
  ["ISO-2022-KR", Buffer.from("\x1b$)C\x0e9.@G\x0f."), "iso-2022-kr", "문의."],
  ["HZ", Buffer.from("a ~{NJLb~} ~~"), "hz-gb-2312", "a 问题 ~"],
  ["Shift_JIS by Microsoft's name", encoded("営業", "shift_jis"), "cp932", "営業"],
  ["GBK under the name of GB 2312", encoded("問題", "gb18030"), "gb2312", "問題"],
  ["a DOS code page", Buffer.from([0x94, 0xe1]), "cp850", "öß"],
  ["a Macintosh's code page", Buffer.from([0x8e, 0x8b]), "x-mac-ce", "éč"],
  ["UTF-16 with a mark", Buffer.from("\ufeffné", "utf16le"), "utf-16", "né"],
  ["UTF-16 without one", Buffer.from("né", "utf16le"), "utf-16", "né"],
  ["UTF-16, the other end first", Buffer.from("né", "utf16le").swap16(), "utf-16", "né"],
  ["UTF-16, the other end first, by the wrong name", Buffer.from("né", "utf16le").swap16(), "utf-16le", "né"],
  ["UTF-16 that is not", Buffer.from("né"), "utf-16", "né"],
  ["UTF-32", Buffer.from([0, 0, 0, 0x6e, 0, 0, 0, 0xe9]), "utf-32be", "né"],
  ["KOI8-R without a charset", encoded("Когда вы открываетесь?", "koi8-r"), "", "Когда вы открываетесь?"],
  ["KOI8-R that is called UTF-8", encoded("Когда вы открываетесь?", "koi8-r"), "utf-8", "Когда вы открываетесь?"],
  [
    "Russian that is called Latin 1",
    encoded("Когда вы открываетесь?", "windows-1251"),
    "iso-8859-1",
    "Когда вы открываетесь?",
  ],
  ["UTF-8 that is called Latin 1", Buffer.from("Größe"), "iso-8859-1", "Größe"],
  ["UTF-8 that is called windows-1251", Buffer.from("Вопрос"), "windows-1251", "Вопрос"],
  ["UTF-8 that is called GBK", Buffer.from("请问你们几点开门？"), "gbk", "请问你们几点开门？"],
  // The two characters that Notepad took for UTF-8.
  ["GBK that could be UTF-8", encoded("联通", "gb18030"), "gbk", "联通"],
  [
    "Latin 1 that is called GBK",
    Buffer.from("Größe für Köln, schöne Grüße", "latin1"),
    "gbk",
    "Größe für Köln, schöne Grüße",
  ],
  ["accents in a row, which are meant", Buffer.from("été ÀÉÈÊ", "latin1"), "iso-8859-1", "été ÀÉÈÊ"],
])("reads %s", (_, bytes, charset, text) => expect(decodeCharset(bytes, charset)).toBe(text));

test("bytes that are text in no charset are marked as unreadable", () => {
  const noise = Buffer.from(Array.from({ length: 200 }, (_, at) => 0x80 + ((at * at * 31 + at * 17) % 127)));
  expect(decodeCharset(noise, "")).toMatch(/^\ufffd+$/);
  expect(decodeCharset(noise, "utf-8")).toMatch(/^\ufffd+$/);
});
