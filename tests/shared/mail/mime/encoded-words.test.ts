import { expect, test } from "vitest";
import { decodeWords, plainWords } from "../../../../shared/mail/mime/encoded-words.ts";

test.each<[string, string, string]>([
  ["no word", "Hours = ?", "Hours = ?"],
  ["a word in quoted-printable", "=?utf-8?Q?Gr=C3=B6=C3=9Fe_M?=", "Größe M"],
  ["a word in base64", "=?UTF-8?b?R3LDtsOfZQ==?=", "Größe"],
  ["text around words and keeps its blanks", "A =?utf-8?Q?=C3=B6?= b", "A ö b"],
  ["blanks between words, which are none of the text", "=?utf-8?Q?a?= \t =?utf-8?Q?b?=", "ab"],
  ["words without blanks between", "=?utf-8?Q?a?==?utf-8?Q?b?=", "ab"],
  ["a letter split between words", "=?UTF-8?Q?pasi=C5?= =?UTF-8?Q?=BEad?=", "pasižad"],
  ["a letter split between words of two kinds", "=?utf-8?Q?=C3?= =?utf-8?B?tg==?=", "ö"],
  ["base64 cut anywhere", "=?utf-8?B?R3LDt?= =?utf-8?B?sOfZQ==?=", "Größe"],
  ["padding in the middle", "=?utf-8?B?YQ==Yg==?=", "ab"],
  ["no padding", "=?utf-8?B?R3LDtsOfZQ?=", "Größe"],
  ["too much padding", "=?utf-8?B?YQ====?=", "a"],
  ["blanks within a word", "=?utf-8?Q?a b c?=", "a b c"],
  ["a question mark within", "=?utf-8?Q?Really?=C3=BC?=", "Really?ü"],
  ["a word that was cut off", "=?utf-8?B?R3LDtsOf", "Größ"],
  ["a language (RFC 2231)", "=?utf-8*de?Q?=C3=B6?=", "ö"],
  ["Microsoft's name of Shift_JIS", "=?cp932?B?iWOLxg==?=", "営業"],
  ["a DOS code page", "=?cp850?Q?Gr=94=E1e?=", "Größe"],
  ["ISO-2022-JP", "=?iso-2022-jp?B?GyRCMUQ2SBsoQg==?=", "営業"],
  ["UTF-7", "=?utf-7?Q?K+APY-nnen?=", "Können"],
  ["a wrong charset", "=?utf-8?Q?Gr=F6=DFe?=", "Größe"],
  ["a charset that nobody knows", "=?x-martian?Q?Gr=F6=DFe?=", "Größe"],
  ["a word in quotes", '"=?utf-8?Q?J=C3=BCrgen?="', '"Jürgen"'],
  ["what only begins like a word", "=?utf-8?X?a?= and =?", "=?utf-8?X?a?= and =?"],
])("decodes %s", (_, text, expected) => expect(decodeWords(text)).toBe(expected));

test("rewrites words so that other parsers can read them, and leaves other text", () => {
  expect(plainWords("a =?cp850?Q?Gr=94=E1e?= <a@b.example>")).toBe("a =?utf-8?B?R3LDtsOfZQ==?= <a@b.example>");
  expect(plainWords("Carla <a@b.example>")).toBe("Carla <a@b.example>");
});
