import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Reading } from "./read-bomb.ts";

const PLAIN = "From: alice@customer.example\nSubject: Hours\n";
const HTML = `${PLAIN}Content-Type: text/html\n\n`;
const MIXED = `${PLAIN}Content-Type: multipart/mixed; boundary=b\n\n`;
const MB = 1024 * 1024;

/** Mails that are written to cost their reader as much as they can, by what they have too much of. */
export const BOMBS: Record<string, () => string> = {
  "600,000 parts": () => MIXED + "--b\n\n\n".repeat(600_000),
  "1,000 parts of HTML": () => MIXED + `--b\nContent-Type: text/html\n\n${"<p>x".repeat(2_500)}\n`.repeat(999),
  "10,000 levels": () => PLAIN + levels(10_000),
  "lines like boundaries, 20 levels deep": () => `${PLAIN + levels(19)}\n${"--\n".repeat(3 * MB)}`,
  "50 MB of headers": () => PLAIN + `X-Long: ${"y".repeat(92)}\n`.repeat(500_000),
  "9 MB of headers": () => PLAIN + `X-Long: ${"y".repeat(92)}\n`.repeat(90_000),
  "1 MB of encoded words": () => `Subject: ${"=?utf-8?Q?=41?= ".repeat(65_536)}\n\nx`,
  "encoded words up to the limit": () => `From: ${"=?utf-8?Q?=41?=\n ".repeat(15_000)} <a@b.example>\n\nx`,
  "encoded words in charsets that are wrong": () => `Subject: ${"=?utf-8?Q?=FF=E9?= x ".repeat(11_000)}\n\nx`,
  "addresses in raw bytes": () => `From: ${`"\u00fc" <a@b.example>, `.repeat(900)}\n\nx`,
  "names of files in charsets that are wrong": () =>
    MIXED + `--b\nContent-Type: image/png; name="=?utf-8?Q?=FF=E9=E8?="\n\n\n`.repeat(999),
  "attached mails in each other": () => `${PLAIN}Content-Type: message/rfc822\n\n`.repeat(900) + "x\n".repeat(4 * MB),
  "attached mails beside each other": () =>
    MIXED + `--b\nContent-Type: message/rfc822\n\n${PLAIN}\n${"x\n".repeat(5_000)}`.repeat(999),
  "a signature that never ends": () =>
    `${PLAIN}Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n${Buffer.alloc(5 * MB, "3080", "hex").toString("base64")}`,
  "ids that never end": () => `References: ${"<a ".repeat(40_000)}${">".repeat(80_000)}\n\nx`,
  "10 MB of dashes": () => `${MIXED}--b\n\n${"-".repeat(5 * MB)}\n${"--\n".repeat(MB)}`,
  "10 MB of bytes that are no UTF-8": () => `${PLAIN}\n${"\u00ff\u00fe\u00e9\n".repeat(MB)}`,
  "one line of 20 MB": () => `${PLAIN}\n${"x".repeat(20 * MB)}`,
  "one line up to the limit": () => `${PLAIN}\n${"x".repeat(8 * MB - 1)}`,
  "10 MB of lines of two characters": () => `${PLAIN}\n${"x\n".repeat(5 * MB - 100)}`,
  "10 MB of flowed blanks": () => `${PLAIN}Content-Type: text/plain; format=flowed\n\n${" \n".repeat(5 * MB - 100)}`,
  "a page of open elements": () => HTML + "<div>\n".repeat(MB),
  "a page of open tables": () => HTML + "<table><tr><td>x\n".repeat(MB / 2),
  "a page of quotations": () => HTML + "<blockquote>x\n".repeat(MB / 2),
  "a page of styles": () => `${HTML}<style>${"@a{.b{\n".repeat(MB / 8)}</style><p class="b">x`,
  "a page of style rules, and elements of many classes": () =>
    `${HTML}<style>${rules(60_000)}</style>${`<p class="${classes(400)}">x`.repeat(100)}`,
  "a page of one rule with many selectors": () =>
    `${HTML}<style>${"p.a,".repeat(MB / 4)}b{display:none}</style><p class="a">x`,
  "a page of selectors of many elements": () =>
    `${HTML}<style>${"p i b{display:none}div .a .b{x:y}".repeat(3_000)}</style>${'<p class="b"><b class="b">x'.repeat(20_000)}`,
  "elements that many selectors may mean": () =>
    `${HTML}<style>${".a.b{display:none}".repeat(5_000)}</style>${Array.from({ length: 30_000 }, (_, i) => `<p class="a" id="${i}">x`).join("")}`,
  "a style sheet of quotation marks": () => `${HTML}<style>${'\\"'.repeat(MB)}</style><p>x`,
  "styles of brackets": () => `${HTML}${`<p style="${"a:b(;".repeat(1_000)}">x</p>`.repeat(500)}`,
  "a page of declarations": () =>
    `${HTML}<style>.a{${"color:#fff;".repeat(MB / 16)}}</style>${'<p class="a">x'.repeat(20_000)}`,
  "an element of many declarations": () => `${HTML}<p style="${"color:red;".repeat(MB / 16)}">x`,
  "an element of many classes": () => `${HTML}<style>.a{display:none}</style>${`<p class="${"b ".repeat(MB / 4)}">x`}`,
  "elements 10,000 deep, each with a style": () =>
    `${HTML}<style>.a{color:red}</style>${'<div class="a" style="color:#123;background:#fff">x\n'.repeat(10_000)}`,
  "open style sheets": () => `${HTML}${"<style>.a{".repeat(MB / 16)}`,
  "style sheets of comments": () => `${HTML}<style>${"/*".repeat(MB / 2)}</style><p>x`,
  "a page of entities": () => HTML + "&lt;\n".repeat(MB),
  "lines that could say who wrote": () => `${PLAIN}\n${"On 1.1.2020 10:00 a <a@b.example\n".repeat(4_000)}`,
  "quotations between answers": () => `${PLAIN}\n${"a\nOn 1.1.2020 10:00 b wrote:\n> c\n".repeat(3_500)}`,
};

function levels(count: number): string {
  return Array.from({ length: count }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join("");
}

function rules(count: number): string {
  return Array.from({ length: count }, (_, i) => `.c${i}{display:none}`).join("");
}

function classes(count: number): string {
  return Array.from({ length: count }, (_, i) => `d${i}`).join(" ");
}

/** Lets a process of its own read one bomb. */
export function explode(name: string, folder: string): Reading {
  const file = join(folder, "bomb.eml");
  writeFileSync(file, BOMBS[name]?.() ?? "");
  const child = fileURLToPath(new URL("read-bomb.ts", import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [child, file], { encoding: "utf8" }));
}

// `node tests/support/bombs.ts` prints what each costs here and now; no test asserts a time.
if (import.meta.main) {
  for (const name of Object.keys(BOMBS)) {
    const { outcome, ms, mb } = explode(name, tmpdir());
    console.log(`${name.padEnd(40)} ${`${ms} ms`.padStart(8)} ${`${mb} MB`.padStart(7)}  ${outcome}`);
  }
}
