import { describe, expect, test } from "vitest";
import {
  MAX_ADDRESSES,
  MAX_BYTES,
  MAX_DEPTH,
  MAX_HEADER_BYTES,
  MAX_HEADERS,
  MAX_LINE_BYTES,
  MAX_PARTS,
} from "../../../shared/mail/mime/limits.ts";
import type { Part } from "../../../shared/mail/mime/part.ts";
import { parseMail } from "../../../shared/mail/parse.ts";
import { MAIL_REASONS } from "../../../shared/mail/reasons.ts";
import { scanMail } from "../../../shared/mail/scan.ts";

const LIMITS: [string, (more: number) => string][] = [
  ["too_large", (more) => "\n".repeat(MAX_BYTES + more)],
  // The mail itself counts as the first part.
  [
    "too_many_parts",
    (more) => `Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\n".repeat(MAX_PARTS - 1 + more)}`,
  ],
  ["too_deep", (more) => levels(MAX_DEPTH + more)],
  ["headers_too_large", (more) => "x".repeat(MAX_HEADER_BYTES + more)],
  ["headers_too_large", (more) => `${inTwoParts("a".repeat(1_000))}${"x".repeat(MAX_HEADER_BYTES - 1_047 + more)}`],
  ["too_many_headers", (more) => "a:b\n".repeat(MAX_HEADERS + more)],
  ["too_many_addresses", (more) => `To: ${"a@b.example,".repeat(MAX_ADDRESSES - 1 + more)}c@d.example\n\n`],
  ["line_too_long", (more) => `\n${"x".repeat(MAX_LINE_BYTES + more)}`],
];

function levels(count: number): string {
  return Array.from({ length: count }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join("");
}

function inTwoParts(value: string): string {
  return `Content-Type: multipart/mixed; boundary=b\n\n--b\nX:${value}\n\n--b\n`;
}

test.each(LIMITS)("a mail may reach the limit of %s; a mail beyond it is not read at all", async (reason, mail) => {
  expect(scanMail(Buffer.from(mail(0)))).not.toHaveProperty("problem");
  expect(await parseMail(Buffer.from(mail(1)))).toEqual({ problem: reason });
  expect(MAIL_REASONS).toHaveProperty(reason);
});

/** The types and bodies of a mail's parts; a multipart is the list of its parts. */
function tree(mail: string): unknown {
  const scan = scanMail(Buffer.from(mail));
  if ("problem" in scan) throw new Error(scan.problem);
  return shape(scan.root);
}

function shape({ type, parts, body }: Part): unknown {
  return parts.length > 0 ? [type, ...parts.map(shape)] : `${type} ${Buffer.from(body)}`;
}

const MIXED = "Content-Type: multipart/mixed; boundary=b";

describe("the parts of a mail", () => {
  test.each<[string, string, unknown]>([
    ["a mail without parts", "Subject: x\n\nHello\nyou\n", "text/plain Hello\nyou\n"],
    ["lines ended by CRLF", `${MIXED}\r\n\r\n--b\r\n\r\none\r\n--b--\r\n`, ["multipart/mixed", "text/plain one"]],
    ["lines ended by CR alone", `${MIXED}\r\r--b\r\rone\r--b--\r`, ["multipart/mixed", "text/plain one"]],
    ["text around the parts", `${MIXED}\n\nbefore\n--b\n\none\n--b--\nafter`, ["multipart/mixed", "text/plain one"]],
    [
      "lines like the boundary after the last boundary",
      `${MIXED}\n\n--b\n\none\n--b--\n\n--b\n\nno\n--b--`,
      ["multipart/mixed", "text/plain one"],
    ],
    ["no last boundary", `${MIXED}\n\n--b\n\none`, ["multipart/mixed", "text/plain one"]],
    ["a part with only headers", `${MIXED}\n\n--b\nContent-Type: text/html\n--b--`, ["multipart/mixed", "text/html "]],
    [
      "nested parts",
      `${MIXED}\n\n--b\n${MIXED}2\n\n--b2\n\none\n--b2--\n--b\n\ntwo\n--b--`,
      ["multipart/mixed", ["multipart/mixed", "text/plain one"], "text/plain two"],
    ],
    [
      "inner parts that never end",
      `${MIXED}\n\n--b\n${MIXED}2\n\n--b2\n\none\n--b\n\ntwo\n--b--`,
      ["multipart/mixed", ["multipart/mixed", "text/plain one"], "text/plain two"],
    ],
    [
      "lines that only start like a boundary",
      `${MIXED}\n\n--b\n\none\n--b2\n--\n--b --\n--b-- \n`,
      ["multipart/mixed", "text/plain one\n--b2\n--\n--b --"],
    ],
    [
      "a boundary that the header does not name",
      "Content-Type: multipart/mixed\n\n--zz\n\none\n--zz--",
      ["multipart/mixed", "text/plain one"],
    ],
    [
      "an attached message as one part",
      `${MIXED}\n\n--b\nContent-Type: message/rfc822\n\n${MIXED}2\n\n--b2\n\none\n--b--`,
      ["multipart/mixed", `message/rfc822 ${MIXED}2\n\n--b2\n\none`],
    ],
    [
      "a digest",
      "Content-Type: multipart/digest; boundary=b\n\n--b\n\nA: b\n--b--",
      ["multipart/digest", "message/rfc822 A: b"],
    ],
    ["the first of two types", "Content-Type: text/html\nContent-Type: text/plain\n\nx", "text/html x"],
    ["a comment in a type", "Content-Type: (a) Text/HTML (b); charset=x\n\nx", "text/html x"],
    ["a type that is none", "Content-Type: html\n\nx", "text/plain x"],
    ["nothing", "", "text/plain "],
  ])("are found with %s", (_, mail, expected) => {
    expect(tree(mail)).toEqual(expected);
  });
});
