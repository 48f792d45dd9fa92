import { expect, it } from "vitest";
import { composeTestMail } from "../../../shared/mail/compose-test-mail.ts";
import { parseMail } from "../../../shared/mail/parse.ts";

const mail = {
  from: { name: "Alice", address: "alice@people.example" },
  to: "abcdefghij@agents.example",
  subject: "Hello",
  text: "When are you open?",
  messageId: "<test-1@agents.example>",
  at: new Date("2026-11-23T12:00:00.000Z"),
};

async function readBack(changes: object) {
  const read = await parseMail(composeTestMail({ ...mail, ...changes }));
  if ("problem" in read) throw new Error(read.problem);
  return read;
}

it.each(["Hello", "Grüße 🙂", "日本語の件名".repeat(20), '=?utf-8?Q?tricky?= ; <a@b.example>, "x"', "a".repeat(200)])(
  "reads back as the subject %j, written by the owner",
  async (subject) => {
    const read = await readBack({ subject, from: { ...mail.from, name: subject } });
    expect(read.subject).toBe(subject);
    expect(read.from).toEqual([{ ...mail.from, name: subject }]);
    expect(read.message_id).toBe(mail.messageId);
  },
);

it("carries any text unchanged, in lines that a mail server accepts", async () => {
  const text = `${"ü🙂 ".repeat(500)}\n.\nFrom: x\n\nend`;
  expect((await readBack({ text })).text.trim()).toBe(text);
  const longest = Math.max(
    ...composeTestMail({ ...mail, text, subject: "日".repeat(200) })
      .toString()
      .split("\r\n")
      .map((line) => line.length),
  );
  expect(longest).toBeLessThanOrEqual(78);
});
