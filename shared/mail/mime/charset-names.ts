import { CODE_PAGES } from "./code-pages.ts";

/** Names that say nothing about the bytes. Many programs write them when they do not know the charset. */
const NO_NAMES = new Set([
  ...[
    "",
    "ascii",
    "usascii",
    "ansix341968",
    "iso646us",
    "iso646",
    "ia5",
    "ansi",
    "binary",
    "7bit",
    "8bit",
    "none",
    "null",
    "default",
  ],
  ...["unknown", "unknown8bit", "userdefined", "autodetect", "autodetectall", "auto", "undefined", "charset", "text"],
  ...["iso8859", "iso", "windows", "utf"],
]);

/** The charset names of Windows code pages. https://learn.microsoft.com/windows/win32/intl/code-page-identifiers */
const CODE_PAGE_NAMES: Readonly<Record<string, string>> = {
  708: "iso-8859-6",
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  943: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  951: "big5",
  1200: "utf-16le",
  1201: "utf-16be",
  10000: "macintosh",
  10007: "x-mac-cyrillic",
  10017: "x-mac-cyrillic",
  12000: "utf-32le",
  12001: "utf-32be",
  20127: "",
  20866: "koi8-r",
  20932: "euc-jp",
  20936: "gb18030",
  20949: "euc-kr",
  21866: "koi8-u",
  38598: "iso-8859-8-i",
  50220: "iso-2022-jp",
  50221: "iso-2022-jp",
  50222: "iso-2022-jp",
  50225: "iso-2022-kr",
  51932: "euc-jp",
  51936: "gb18030",
  51949: "euc-kr",
  52936: "hz-gb-2312",
  54936: "gb18030",
  65000: "utf-7",
  65001: "utf-8",
};

/** Names without punctuation, for charsets that TextDecoder knows by another name. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...named("utf-8", "utf8mb4 utf8mb3 utf8sig utf8n utf8bom unicode11utf8 unicode20utf8 cesu8 wtf8 utf8utf8"),
  ...named("utf-7", "utf7 unicode11utf7 unicode20utf7 unicodeutf7 csunicode11utf7 utf7imap"),
  ...named("utf-16", "utf16 unicode ucs2 iso10646ucs2 unicodefeff utf16bom"),
  ...named("utf-16le", "utf16le ucs2le unicodelittle"),
  ...named("utf-16be", "utf16be ucs2be unicodefffe unicodebig"),
  ...named("utf-32", "utf32 ucs4 iso10646ucs4"),
  ...named("utf-32le", "utf32le ucs4le"),
  ...named("utf-32be", "utf32be ucs4be"),
  ...named(
    "shift_jis",
    "shiftjis sjis mskanji sjiswin sjisopen sjis2004 shiftjis2004 shiftjisx0213 windows31j cswindows31j csshiftjis pck macjapanese",
  ),
  ...named("euc-jp", "eucjp ujis eucjpms eucjpwin eucjis2004 extendedunixcodepackedformatforjapanese"),
  ...named(
    "iso-2022-jp",
    "iso2022jp iso2022jp1 iso2022jp2 iso2022jp3 iso2022jp2004 iso2022jpms iso2022jpext jis junet jisautodetect",
  ),
  ...named("iso-2022-kr", "iso2022kr csiso2022kr iso2022cn csiso2022cn iso2022cnext"),
  ...named("hz-gb-2312", "hzgb2312 hz hzgb"),
  // GB 18030 contains GBK, and GBK contains GB 2312. Programs write that last name for all three.
  ...named(
    "gb18030",
    "gb2312 gb231280 gbk euccn eucgb chinese cngb gb xgbk gb180302000 gb180302005 zhcn macchinesesimp",
  ),
  ...named("big5", "big5hkscs big5hk big5eten big5tw big5et5 cnbig5 big52003 euctw zhtw bigfive macchinesetrad"),
  ...named(
    "euc-kr",
    "euckr ksc56011987 ksc56011989 ksc56011992 ksc5601 ksx1001 kscode uhc unifiedhangul korean wansung ksc56012004 mackorean",
  ),
  ...named("iso-8859-8-i", "iso88598i csiso88598i logical"),
  ...named("iso-8859-8", "iso88598e visual"),
  ...named("windows-874", "tis620 tis62025330 tis6202533 iso885911 thai"),
  ...named("koi8-r", "koi8 koi8r koi cskoi8r"),
  ...named("koi8-u", "koi8u koi8ru"),
  ...named("macintosh", "mac macroman macintosh macos"),
  ...named("x-mac-cyrillic", "maccyrillic macukrainian macukraine"),
  ...named("10029", "macce maccentraleurope maccentraleurroman maccentraleuropean maclatin2"),
  ...named("10006", "macgreek"),
  ...named("10081", "macturkish"),
  ...named("10082", "maccroatian"),
  ...named("10010", "macromania macromanian"),
  ...named("10079", "maciceland macicelandic"),
  ...named("windows-1252", "latin1 latin iso8859l windowslatin1 winlatin1 western cp1252latin1"),
  ...named("iso-8859-2", "latin2 windowslatin2"),
  ...named("windows-1251", "cyrillicwindows wincyrillic win1251"),
  ...named("windows-1254", "turkish latin5"),
  ...named("iso-8859-7", "greek ecma118 elot928"),
  ...named("iso-8859-15", "latin9 latin0"),
};

/** The cache has a limit, so that strangers cannot fill the memory. Names repeat from mail to mail. */
const MAX_KNOWN = 100;
const known = new Map<string, string | undefined>();

/**
 * Returns the charset for a name: a label of TextDecoder, "utf-7" and the like, or the number of a code page in
 * `CODE_PAGES`. Returns "" for a name that says nothing, undefined for an unknown name.
 */
export function charsetOf(written: string): string | undefined {
  if (known.has(written)) return known.get(written);
  const charset = charsetNamed(written);
  if (known.size < MAX_KNOWN) known.set(written, charset);
  return charset;
}

function charsetNamed(written: string): string | undefined {
  // Removes what a quoted-printable header, a parameter's quotes or a language tag (RFC 2231, 5) leave around the name.
  const name = (written.split(/[*;,]/, 1)[0] ?? "")
    .replace(/^3d/i, "")
    .replace(/["'\s]+/g, "")
    .toLowerCase();
  const key = name.replace(/[^a-z0-9]/g, "").replace(/^x(?=[a-z])/, "");
  if (NO_NAMES.has(key)) return "";
  const other = OTHER_NAMES[key];
  if (other !== undefined) return other;
  // iso8859_1, ISO_8859-1:1987, ISO-8859-1-Windows-3.1-Latin-1.
  const part = /^(?:iso|latin)?8859(1[0-6]|[1-9])(?:$|1\d{3}$|[a-z])/.exec(key)?.[1];
  if (part !== undefined) return labelOf(`iso-8859-${part}`) ?? "windows-1252";
  if (/^utf8/.test(key)) return "utf-8";
  const page = /^(?:ms|cs)?(?:cp|ms|ibm|win|windows|dos|oem|codepage|pc|csibm|cspc)?0{0,2}(\d{3,5})(?:$|[a-z])/.exec(
    key,
  )?.[1];
  if (page !== undefined) return pageOf(page);
  return labelOf(name) ?? labelOf(name.replace(/^x-/, "")) ?? labelOf(key);
}

function pageOf(page: string): string | undefined {
  const known = CODE_PAGE_NAMES[page];
  if (known !== undefined) return known;
  if (/^125[0-8]$/.test(page)) return `windows-${page}`;
  // 28591 to 28606 are the parts of ISO 8859.
  const part = Number(page) - 28_590;
  if (part >= 1 && part <= 16) return charsetOf(`iso-8859-${part}`);
  return page in CODE_PAGES ? page : undefined;
}

/** TextDecoder's own name of a charset. For ISO-8859-1 it is windows-1252. */
function labelOf(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

function named(charset: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, charset]));
}
