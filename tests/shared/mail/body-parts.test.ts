import { describe, expect, test } from "vitest";
import { parsed } from "./fixture.ts";

/** Builds a multipart. Each part is given as its headers and its body, separated by a blank line. */
function mail(type: string, ...parts: string[]): string {
  return `Content-Type: ${type}; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`;
}

const text = (body: string, type = "text/plain") => `Content-Type: ${type}\n\n${body}`;
const html = (body: string) => text(body, "text/html");
const PDF = "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=";
const QUESTION = "Could you tell me your opening hours on Sunday?";

describe("the only text part of a mail is its text", () => {
  test.each<[string, string]>([
    ["with a name", `Content-Type: text/plain; name="message.txt"\n\n${QUESTION}`],
    [
      "if it is inline with a name",
      `Content-Type: text/plain; name=a.txt\nContent-Disposition: inline; filename=a.txt\n\n${QUESTION}`,
    ],
    ["as HTML with a name", `Content-Type: text/html; name=mail.html\n\n<p>${QUESTION}`],
    ["as an attachment without a name", `Content-Type: text/plain\nContent-Disposition: attachment\n\n${QUESTION}`],
    ["with a garbled type", `Content-Type: text/plain charset=utf-8\n\n${QUESTION}`],
    ["with half a type", `Content-Type: text\n\n${QUESTION}`],
    ["with no headers and no empty line", QUESTION],
    ["with headers and no empty line", `Content-Type: text/plain\n${QUESTION}`],
    ["said to be 8-bit", `Content-Type: text/plain\nContent-Transfer-Encoding: 8-bit\n\n${QUESTION}`],
    ["said to be base64, which it is not", `Content-Transfer-Encoding: base64\n\n${QUESTION}`],
    [
      "in a misspelled quoted-printable",
      `Content-Transfer-Encoding: quoted_printable\n\n${QUESTION.replaceAll("o", "=6F")}`,
    ],
    [
      "in base64 with blanks and line breaks inside",
      `Content-Transfer-Encoding: base64\n\n${Buffer.from(QUESTION).toString("base64").replaceAll(/.{10}/g, "$& \n ")}`,
    ],
    [
      "as enriched text",
      `Content-Type: text/enriched\n\n<bold>Could</bold> you tell me your\nopening hours on Sunday?`,
    ],
  ])("%s", async (_, part) => {
    const { text, attachments } = await parsed(mail("multipart/mixed", part, PDF));
    expect(text.trim()).toBe(QUESTION);
    expect(attachments.map(({ mime_type }) => mime_type)).toEqual(["application/pdf"]);
  });

  test("and a second, named text is a file", async () => {
    const { text: own, attachments } = await parsed(
      mail("multipart/mixed", text("Hi"), `Content-Type: text/plain; name=a.txt\n\nfile`),
    );
    expect([own, attachments]).toMatchObject(["Hi", [{ filename: "a.txt", text: "file" }]]);
  });

  test.each([
    "Content-Type: multipart/mixed; boundary=other",
    "Content-Type: multipart/mixed",
    'Content-Type: multipart/mixed; boundary=""',
  ])("even if the boundary differs from the header's: %s", async (type) => {
    const body = mail("multipart/mixed", text(QUESTION), PDF).split("\n\n").slice(1).join("\n\n");
    expect((await parsed(`${type}\n\n${body}`)).text).toBe(QUESTION);
  });

  test("even if a multipart has no parts at all", async () => {
    expect((await parsed(`Content-Type: multipart/alternative; boundary=b\n\n${QUESTION}`)).text).toBe(QUESTION);
    expect((await parsed(`Content-Type: multipart/mixed; boundary=b\n\n<html><p>${QUESTION}`)).text).toBe(QUESTION);
  });

  test("even among the headers, if the empty line is missing", async () => {
    expect((await parsed(`From: a@b.example\nSubject: x\n${QUESTION}\n\nThanks`)).text).toBe(`${QUESTION}\nThanks`);
    expect((await parsed(`From: a@b.example\nbadly folded\nSubject: x\n\nThanks`)).text).toBe("Thanks");
  });

  test("and files that are embedded in it are named", async () => {
    const file = "begin 644 cat.txt\n#0V%T\n`\nend";
    expect((await parsed(`\nHi\n${file}\nBye`)).text).toBe("Hi\n[A file in the text: cat.txt]\nBye");
    expect((await parsed("\nWe\nbegin 644 lessons\nsoon")).text).toBe("We\nbegin 644 lessons\nsoon");
  });
});

describe("a boundary in the form of RFC 2231 is read", () => {
  test.each([
    `boundary*0="b1b1"; boundary*1="c2c2"`,
    `boundary*1="c2c2"; boundary*0="b1b1"`,
    `boundary*0*=us-ascii'en'b1%62%31; boundary*1=c2c2`,
    `boundary*=us-ascii''b1b1c2c2`,
    `BOUNDARY*0*="''b1b1"; BOUNDARY*1*=c2%632`,
  ])("%s", async (boundary) => {
    const raw = `Content-Type: multipart/mixed; ${boundary}\n\n--b1b1c2c2\n\n${QUESTION}\n--b1b1c2c2--`;
    expect((await parsed(raw)).text).toBe(QUESTION);
  });
});

describe("if a mail has two forms of its text", () => {
  const both = (plain: string, rich: string) =>
    parsed(mail("multipart/alternative", text(plain), html(rich))).then(({ text }) => text);

  test.each([
    "Your e-mail program does not show HTML. Please use another one to read this message.",
    "This is an HTML message.",
    "Ihr E-Mail-Programm kann diese HTML-Nachricht nicht anzeigen.",
    "Votre logiciel de messagerie n'affiche pas le HTML.",
    "Si no puede ver este mensaje, ábralo en su navegador.",
    "このメールはHTML形式です。",
    "Чтобы прочитать письмо, откройте его в браузере.",
    "View online: https://shop.example/track?id=123",
    "https://shop.example/t.gif",
    " \n",
    "Could you tell me",
  ])("a notice in the plain part is not the text: %j", async (notice) => {
    expect(await both(notice, `<p>Hello,</p><p>${QUESTION}</p>`)).toMatch(QUESTION);
    expect(await both(notice, `<p>Hello,</p><p>${QUESTION}</p>`)).not.toMatch(/HTML|shop\.example|navegador|браузере/);
  });

  test("the plain one is read if it says the same or more", async () => {
    expect(await both(`${QUESTION}\nSent by https://shop.example`, `<b>${QUESTION}</b>`)).toMatch(/https/);
    expect(
      await both("How do I read HTML mail in my browser?", "<p>How do I read HTML mail in my <b>browser</b>?"),
    ).not.toMatch("\n");
    expect(await both(`${QUESTION} And what does HTML mean on your page?`, '<img src="a.png">')).toMatch(/HTML/);
  });

  test("both are read if each says something of its own", async () => {
    const whole = await both(QUESTION, "<p>Please cancel my order number seven at once.");
    expect(whole).toMatch(/opening hours.*\n\n.*cancel my order/);
  });

  test("a form that mixes text and files is read completely", async () => {
    const mixture = mail("multipart/mixed", html("<p>First part."), PDF, html("<p>Second part."))
      .replaceAll("--b", "--c")
      .replace("boundary=b", "boundary=c");
    const { text: whole } = await parsed(mail("multipart/alternative", text(" "), mixture));
    expect(whole).toBe("First part.\nSecond part.");
  });
});

describe("HTML that declares its own charset", () => {
  test.each([
    ["is read in it", '<meta charset="koi8-r">\u00d0\u00d2\u00c9\u00d7\u00c5\u00d4', "привет"],
    [
      "is read by its bytes if the declaration is wrong",
      `<meta charset="koi8-r">${Buffer.from("Grüße").toString("latin1")}`,
      "Grüße",
    ],
    [
      "is not UTF-16, since the declaration was readable",
      `<meta charset="utf-16">${Buffer.from("Grüße").toString("latin1")}`,
      "Grüße",
    ],
  ])("%s", async (_, body, expected) => {
    expect((await parsed(Buffer.from(`Content-Type: text/html\n\n${body}`, "latin1"))).text).toBe(expected);
  });
});
