import { describe, expect, test } from "vitest";
import { MAX_TEXT_BYTES } from "../../../shared/mail/mime/limits.ts";
import { readableText } from "../../../shared/mail/readable-text.ts";
import { parsed } from "./fixture.ts";

/** Builds a mail. Each part is given as its headers and its body, separated by a blank line. */
function mail(type: string, ...parts: string[]): string {
  return `Content-Type: ${type}; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`;
}

const text = (body: string, type = "text/plain") => `Content-Type: ${type}\n\n${body}`;
const inner = (type: string, ...parts: string[]) =>
  mail(type, ...parts)
    .replaceAll("boundary=b", "boundary=c")
    .replaceAll(/^--b/gm, "--c");

describe("the text of a mail", () => {
  test.each<[string, string, string]>([
    ["its plain text", text("a"), "a"],
    ["text without a type", "Subject: x\n\na", "a"],
    ["the plain one of two forms", mail("multipart/alternative", text("plain"), text("<p>html", "text/html")), "plain"],
    [
      "the HTML if the plain part is blank",
      mail("multipart/alternative", text(" "), text("<p>html", "text/html")),
      "html",
    ],
    [
      "all texts of a mixed mail, in order",
      mail("multipart/mixed", text("one"), text("<p>two", "text/html"), text("three")),
      "one\ntwo\nthree",
    ],
    [
      "text in nested parts",
      mail("multipart/mixed", inner("multipart/alternative", text("deep"), text("x", "text/html"))),
      "deep",
    ],
    ["signed text", mail("multipart/signed", text("signed"), text("sig", "application/pgp-signature")), "signed"],
    ["no file's text", mail("multipart/mixed", text("a"), `Content-Disposition: attachment\n${text("file")}`), "a"],
    ["no attached message's text", mail("multipart/mixed", text("a"), text("Subject: b\n\nno", "message/rfc822")), "a"],
    ["base64", `Content-Transfer-Encoding: BASE64\n\n${Buffer.from("né").toString("base64")}`, "né"],
    ["quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\nn=C3=A9", "né"],
    [
      "a charset that only the HTML declares",
      `Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<meta charset=3D"koi8-r">=D0=D2=C9`,
      "при",
    ],
    ["flowed lines", `${text("one \ntwo", "text/plain; format=flowed")}`, "one two"],
  ])("is %s", async (_, raw, expected) => expect((await parsed(raw)).text).toBe(expected));

  test("is read up to one limit for all parts together, and says so", async () => {
    const { text } = await parsed(
      mail("multipart/mixed", ...["a", "b"].map((letter) => `\n${letter.repeat(MAX_TEXT_BYTES - 1)}`)),
    );
    expect(text.match(/b/g)).toHaveLength(1);
    expect(text).toMatch(/b\n\[The mail goes on; .*\]$/);
  });

  test("is empty if a long mail shows nothing", async () => {
    expect(readableText((await parsed(`\n${" \n".repeat(MAX_TEXT_BYTES)}`)).text)).toBe("");
  });
});

describe("attachments", () => {
  const file = (headers: string, body = "x") => mail("multipart/mixed", text("a"), `${headers}\n\n${body}`);

  test.each<[string, string, string]>([
    ["a plain name", 'Content-Type: image/png; name="a b.png"', "a b.png"],
    [
      "the name of Content-Disposition rather than the one of Content-Type",
      'Content-Type: image/png; name=a.png\nContent-Disposition: attachment; filename="b.png"',
      "b.png",
    ],
    ["an encoded word (RFC 2047)", 'Content-Type: image/png; name="=?utf-8?B?w6kucG5n?="', "é.png"],
    [
      "a name in pieces (RFC 2231)",
      "Content-Disposition: attachment; filename*0*=utf-8''%C3%A9; filename*1=-b.pdf",
      "é-b.pdf",
    ],
    ["a name in Latin 1 (RFC 2231)", "Content-Disposition: attachment; filename*=iso-8859-1'de'%FC.pdf", "ü.pdf"],
    ["raw UTF-8", 'Content-Disposition: attachment; filename="é.png"', "é.png"],
    ["a name with a line break in it", 'Content-Type: image/png; name="=?utf-8?Q?a=0D=0AX:_b?="', "a X: b"],
    ["no name", "Content-Type: image/png", ""],
  ])("have %s", async (_, headers, filename) => {
    expect((await parsed(file(headers))).attachments).toMatchObject([{ filename }]);
  });

  test("have the size of the saved file", async () => {
    const base64 = Buffer.alloc(100)
      .toString("base64")
      .replace(/(.{40})/g, "$1\r\n");
    const [attachment] = (await parsed(file("Content-Type: image/png\nContent-Transfer-Encoding: base64", base64)))
      .attachments;
    expect(attachment).toEqual({ filename: "", mime_type: "image/png", size: 100 });
  });

  test.each(["text/plain", "text/csv"])("include their text if they are %s and small", async (type) => {
    const headers = `Content-Type: ${type}\nContent-Disposition: attachment; filename=a`;
    expect((await parsed(file(headers, "1,2"))).attachments).toMatchObject([{ text: "1,2" }]);
    expect((await parsed(file(headers, "1".repeat(70_000)))).attachments[0]).not.toHaveProperty("text");
  });

  test.each(["application/zip", "application/pdf", "text/html", "message/rfc822", "application/ms-tnef"])(
    "are not opened if they are %s",
    async (type) => {
      const headers = `Content-Type: ${type}\nContent-Disposition: attachment; filename=a`;
      const { attachments, part_types } = await parsed(file(headers));
      expect(attachments).toEqual([{ filename: "a", mime_type: type, size: 1 }]);
      expect(part_types).toEqual(["multipart/mixed", type]);
    },
  );
});

test("the type of a nested multipart is seen: a report with a list's footer is still a report", async () => {
  const report = inner("multipart/report", text("Not delivered."), text("Subject: lost", "text/rfc822-headers"));
  const { part_types } = await parsed(mail("multipart/mixed", report, text("A footer.")));
  expect(part_types).toEqual(["multipart/mixed", "multipart/report", "text/rfc822-headers"]);
});
