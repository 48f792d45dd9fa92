import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine } from "../../../shared/mail/clean-line.ts";
import { composeReply, type Reply } from "../../../shared/mail/compose.ts";
import { fewIds } from "../../../shared/mail/message-ids.ts";
import { replySubject } from "../../../shared/mail/reply-subject.ts";
import { parsed } from "./fixture.ts";

const REPLY: Reply = {
  from: { name: "Help Desk", address: "help@agents.example" },
  to: "alice@customer.example",
  subject: "Re: Hours",
  text: "At ten.",
  in_reply_to: "<b@customer.example>",
  references: ["<a@customer.example>", "<b@customer.example>"],
  loop_id: "agent7",
};

const HEADERS = [
  "auto-submitted",
  "content-transfer-encoding",
  "content-type",
  "date",
  "from",
  "in-reply-to",
  "message-id",
  "mime-version",
  "references",
  "subject",
  "to",
  "x-auto-response-suppress",
  "x-loop",
];

async function sent(changes: Partial<Reply> = {}) {
  const raw = (await composeReply({ ...REPLY, ...changes })).toString("latin1");
  const mail = await parsed(Buffer.from(raw, "latin1"));
  const value = (name: string) => mail.headers.filter((header) => header.name === name).map((header) => header.value);
  return { raw, mail, value, names: mail.headers.map(({ name }) => name).sort() };
}

test("a reply is marked as automatic, tied to its mail and sent to one recipient", async () => {
  const { mail, value, names } = await sent();
  expect(names).toEqual(HEADERS);
  expect(value("to")).toEqual(["alice@customer.example"]);
  expect(mail.from).toEqual([REPLY.from]);
  expect(mail).toMatchObject({
    subject: "Re: Hours",
    in_reply_to: ["<b@customer.example>"],
    references: REPLY.references,
  });
  expect(value("auto-submitted")).toEqual(["auto-replied"]);
  expect(value("x-auto-response-suppress")).toEqual(["All"]);
  expect(value("x-loop")).toEqual(["agent7"]);
  expect(value("content-type")).toEqual(["text/plain; charset=utf-8"]);
  expect(mail.text.trim()).toBe("At ten.");
});

test("a reply to a mail without an id has neither In-Reply-To nor References", async () => {
  const { names } = await sent({ in_reply_to: undefined, references: [] });
  expect(names).toEqual(HEADERS.filter((name) => name !== "in-reply-to" && name !== "references"));
});

test("our own id stands last in References, and the root stays", async () => {
  const thread_ref = "<t1@agents.example>";
  expect((await sent({ thread_ref })).mail.references).toEqual([...REPLY.references, thread_ref]);
  const references = fewIds(Array.from({ length: 60 }, (_, i) => `<${i}@customer.example>`));
  const { mail } = await sent({ thread_ref, references });
  expect(mail.references).toHaveLength(50);
  expect([mail.references[0], mail.references.at(-1)]).toEqual(["<0@customer.example>", thread_ref]);
});

test("its lines end in CRLF, and none is longer than 78 characters but for an id that cannot be folded", async () => {
  const long = `<${"x".repeat(500)}@customer.example>`;
  const references = [...Array.from({ length: 48 }, (_, i) => `<id-of-some-length-${i}@customer.example>`), long];
  const { raw, mail } = await sent({ references, subject: "Grüße ".repeat(40), text: `${"wörd ".repeat(300)}\nlast` });
  const lines = raw.split("\r\n");
  expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(lines.filter((line) => line.length > 78).map((line) => line.trim())).toEqual([long]);
  expect(mail.references).toEqual(references);
});

test.each([
  ["recipient", { to: "a@b.example, victim@bank.example" }],
  ["recipient", { to: "a@b.example\r\nBcc: victim@bank.example" }],
  ["recipient", { to: "" }],
  ["sender", { from: { name: "", address: '"x y"@agents.example' } }],
])("a %s that is not one plain address is refused", async (_, changes) => {
  await expect(composeReply({ ...REPLY, ...changes })).rejects.toThrow("two plain addresses");
});

const anyText = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: "binary", maxLength }),
    fc.string({ unit: fc.constantFrom(...'\r\n:,;<>@"\\ =?aé😀\u2028\0'), maxLength }),
    fc.constantFrom(
      "\r\nBcc: victim@bank.example\r\n\r\nbody",
      "=?utf-8?Q?=0D=0ABcc:_victim=40bank.example?=",
      "a, b <c@d.example>",
    ),
  );

test("any name and subject give exactly these headers, this one recipient and this text", async () => {
  await fc.assert(
    fc.asyncProperty(anyText(80), anyText(300), anyText(300), async (name, subject, text) => {
      const { mail, names, value } = await sent({
        from: { ...REPLY.from, name },
        subject: replySubject(subject),
        text,
      });
      expect(names).toEqual(HEADERS);
      expect(value("to")).toEqual(["alice@customer.example"]);
      expect(mail.from.map(({ address }) => address)).toEqual(["help@agents.example"]);
      expect(shown(mail.subject)).toBe(shown(replySubject(subject)));
      expect(mail.from.map((mailbox) => shown(mailbox.name))).toEqual([shown(name)]);
      expect(lines(mail.text)).toEqual(lines(text.toWellFormed()));
    }),
    { numRuns: 400 },
  );
});

/** What is read back, but for white space, which folding may change. */
function shown(text: string): string {
  return cleanLine(text, 255).replace(/\s/g, "");
}

function lines(text: string): string[] {
  return text.trimEnd().split(/\r\n|\r|\n/);
}
