import { expect, test } from "vitest";
import { charsetOf } from "../../../../shared/mail/mime/charset-names.ts";

test.each<[charset: string | undefined, names: string[]]>([
  ["shift_jis", ["cp932", "CP-932", "ms932", "windows-31j", "x-sjis", "Shift-JIS", "ibm-943", "932", "csWindows31J"]],
  ["euc-jp", ["x-euc-jp", "cp51932", "eucJP-ms"]],
  ["iso-2022-jp", ["ISO-2022-JP-MS", "cp50220", "iso-2022-jp-1", "csISO2022JP"]],
  ["euc-kr", ["ks_c_5601-1987", "cp949", "windows-949", "ms949", "korean"]],
  ["iso-2022-kr", ["ISO-2022-KR"]],
  ["gb18030", ["gb2312", "GBK", "cp936", "x-gbk", "gb_2312-80", "x-mac-chinesesimp"]],
  ["hz-gb-2312", ["HZ-GB-2312"]],
  ["big5", ["cp950", "big5-hkscs", "x-big5", "cn-big5"]],
  ["windows-1251", ["cp1251", "x-cp1251", "win-1251", "1251", "Windows1251"]],
  [
    "windows-1252",
    ["iso-8859-1", "ISO_8859-1:1987", "iso8859_1", "latin1", "ISO-8859-1-Windows-3.1-Latin-1", "x-cp1252"],
  ],
  ["iso-8859-2", ["28592", "latin2", "iso-8859-2-windows-latin-2"]],
  ["iso-8859-8-i", ["iso-8859-8-i", "38598"]],
  ["iso-8859-15", ["latin-9", "ISO8859-15"]],
  ["windows-874", ["tis-620", "cp874"]],
  ["koi8-r", ["koi8_r", "cskoi8r", "20866"]],
  ["ibm866", ["cp866", "dos-866"]],
  ["850", ["cp-850", "cp850", "ibm850", "CP00850", "csPC850Multilingual"]],
  ["437", ["cp437", "ibm437", "dos-437"]],
  ["macintosh", ["x-mac-roman", "macintosh", "10000"]],
  ["10029", ["x-mac-ce", "x-mac-centraleurroman"]],
  ["utf-7", ["utf-7", "unicode-1-1-utf-7", "65000"]],
  [
    "utf-8",
    ["utf8", "utf8mb4", "utf_8", "unicode-1-1-utf-8", "65001", "3DUTF-8", ' "utf-8" ', "'utf-8'", "utf-8*en", "utf-8;"],
  ],
  ["utf-16", ["utf-16", "unicode", "iso-10646-ucs-2"]],
  [
    "",
    ["", "us-ascii", "x-unknown", "unknown-8bit", "8bit", "x-user-defined", "default", "_autodetect_all", "ISO-8859"],
  ],
  [undefined, ["martian", "cp1361"]],
])("%s", (charset, names) => {
  expect(names.map((name) => [name, charsetOf(name)])).toEqual(names.map((name) => [name, charset]));
});
