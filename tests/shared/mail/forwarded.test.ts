import { expect, test } from "vitest";
import { decide } from "../../../shared/mail/decide.ts";
import { parsed } from "./fixture.ts";
import { personsMail } from "./person.ts";

const INNER = `From: =?utf-8?Q?J=C3=BCrgen?= <juergen@other.example>
Date: Fri, 27 Nov 2026 10:00:00 +0000
Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fe?=
Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8

Which size fits?

On Thu, 26 Nov 2026 at 09:00, Help <help@agents.example> wrote:
> Which one do you want?`;
const TOLD = {
  from: "Jürgen <juergen@other.example>",
  date: "Fri, 27 Nov 2026 10:00:00 +0000",
  subject: "Größe",
  text: "Which size fits?",
  messages: [],
};

const HEAD = "From: alice@customer.example\nSubject: FW\n";

function forwarding(...parts: string[]): string {
  return `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`;
}

const attached = (mail: string) =>
  `Content-Type: message/rfc822\nContent-Disposition: attachment; filename=mail.eml\n\n${mail}`;

test.each([
  ["as it is", attached(INNER)],
  [
    "also in base64, which the standard forbids",
    `Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${Buffer.from(INNER).toString("base64")}`,
  ],
  [
    "also in a file of another type",
    `Content-Type: application/octet-stream; name=mail.eml\nContent-Transfer-Encoding: base64\n\n${Buffer.from(INNER).toString("base64")}`,
  ],
])("the author and text of an attached mail are read, %s", async (_, part) => {
  const { attachments, text } = await parsed(forwarding("\nPlease answer him.", part));
  expect(text).toBe("Please answer him.");
  expect(attachments).toMatchObject([{ message: TOLD }]);
});

test("a mail attached to an attached mail is read too", async () => {
  const between = forwarding("\nSee below.", attached(INNER))
    .replaceAll("--b", "--c")
    .replace("boundary=b", "boundary=c");
  const [attachment] = (await parsed(forwarding("\nLook.", attached(between)))).attachments;
  expect(attachment?.message).toMatchObject({ text: "See below.", messages: [TOLD] });
});

test("its headers decide nothing", async () => {
  const mail = await parsed(forwarding("\nPlease answer him.", attached(INNER)));
  const { headers, from, sender, replyTo: reply_to, part_types, text } = mail;
  expect(decide({ ...personsMail(), headers, from, sender, reply_to, part_types, text }).action).toBe("answer");
});

test("ten of a hundred attached mails are read, even if they are nested", async () => {
  const { attachments } = await parsed(forwarding(...Array.from({ length: 100 }, () => attached(INNER))));
  expect(attachments.filter(({ message }) => message)).toHaveLength(10);
  const nested = Array.from({ length: 40 }).reduce<string>(
    (mail) => `${HEAD}Content-Type: message/rfc822\n\n${mail}`,
    INNER,
  );
  let [depth, message] = [0, (await parsed(nested)).attachments[0]?.message];
  for (; message; depth++) message = message.messages[0];
  expect(depth).toBe(10);
});

test("a part that is not a mail stays a file", async () => {
  const { attachments } = await parsed(forwarding("\nx", attached("just words")));
  expect(attachments[0]).not.toHaveProperty("message");
});
