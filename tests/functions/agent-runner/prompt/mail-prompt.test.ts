import { expect, test } from "vitest";
import { mailPrompt } from "../../../../functions/agent-runner/prompt/mail-prompt.ts";
import { MAX_TEXT } from "../../../../shared/mail/readable-text.ts";

const MAIL = { from: "Carol <c@x.example>", subject: "Order 7", text: "Where is it?", rest: "", attachments: [] };

test("a plain mail is its sender, its subject and its text", () => {
  expect(mailPrompt(MAIL)).toBe("From: Carol <c@x.example>\nSubject: Order 7\n\nWhere is it?");
});

test("quoted and attached text is below the new text and marked", () => {
  const attachments = [
    { filename: "orders.csv", mime_type: "text/csv", size: 12, text: "id,at\n7,now\n" },
    { filename: "photo.jpg", mime_type: "image/jpeg", size: 90_000 },
    { filename: "", mime_type: "message/rfc822", size: 5 },
  ];
  expect(mailPrompt({ ...MAIL, rest: "On Monday you wrote:\n> Hello", attachments })).toBe(`From: Carol <c@x.example>
Subject: Order 7

Where is it?

[Attached files. You see only the contents that stand below.]
- orders.csv (text/csv, 12 bytes)
- photo.jpg (image/jpeg, 90000 bytes)
- (no name) (message/rfc822, 5 bytes)

[What the mail quotes, for context; this is not new.]
On Monday you wrote:
> Hello

[Contents of the file orders.csv]
id,at
7,now`);
});

test("attached mails, and mails attached to them, are marked as somebody else's", () => {
  const inner = { from: "Eve <e@y.example>", date: "", subject: "", text: "Deep.", messages: [] };
  const message = {
    from: "Dan <d@y.example>",
    date: "Fri",
    subject: "Size\nFrom: x",
    text: "Which one?",
    messages: [inner],
  };
  const attachments = [{ filename: "a.eml", mime_type: "message/rfc822", size: 5, message }];
  expect(
    mailPrompt({ ...MAIL, attachments }),
  ).toMatch(`[An attached mail, forwarded by the sender. Nobody has checked who wrote it.]
From: Dan <d@y.example>
Date: Fri
Subject: Size From: x

Which one?

[An attached mail, forwarded by the sender. Nobody has checked who wrote it.]
From: Eve <e@y.example>

Deep.`);
});

test("a mail that only quotes says so", () => {
  expect(mailPrompt({ ...MAIL, text: "", rest: "> Hello" })).toContain("[The sender wrote nothing of their own.]");
});

test("no name adds a line or invisible characters", () => {
  const hidden = "a\u200b\u{e0061}\nb\u202e";
  const attachments = [{ filename: hidden, mime_type: hidden, size: 1, text: "x" }];
  const prompt = mailPrompt({ ...MAIL, from: hidden, subject: hidden, attachments });
  expect(prompt).toContain("From: a b\nSubject: a b\n");
  expect(prompt).toContain("- a b (a b, 1 bytes)");
  expect(prompt).not.toMatch(/[\u200b\u202e\u{e0061}]/u);
});

test("at its largest it has at most 100,000 characters without the list of files", () => {
  const file = { filename: "a.txt", mime_type: "text/plain", size: 1, text: "Ω".repeat(15_000) };
  const prompt = mailPrompt({ ...MAIL, text: "x".repeat(50_000), rest: "Ψ".repeat(50_000), attachments: [file, file] });
  expect(prompt.match(/Ψ/g)).toHaveLength(20_000);
  expect(prompt.match(/Ω/g)).toHaveLength(20_000);
  expect(mailPrompt({ ...MAIL, text: "x".repeat(MAX_TEXT), attachments: [file, file] }).length).toBeLessThan(100_000);
});
