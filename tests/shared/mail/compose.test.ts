import fc from "fast-check";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { cleanLine } from "../../../shared/mail/clean-line.ts";
import { composeReply, type Reply } from "../../../shared/mail/compose.ts";
import { limitIds } from "../../../shared/mail/message-ids.ts";
import { replySubject } from "../../../shared/mail/reply-subject.ts";
import { threadRef } from "../../../shared/mail/thread-ref.ts";
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

/** A mail without HTML has the encoding of its text. */
const TEXT_ONLY_HEADERS = [...HEADERS, "content-transfer-encoding"].sort();

async function sent(changes: Partial<Reply> = {}) {
  const raw = (await composeReply({ ...REPLY, ...changes })).toString("latin1");
  const mail = await parsed(Buffer.from(raw, "latin1"));
  const value = (name: string) => mail.headers.filter((header) => header.name === name).map((header) => header.value);
  return { raw, mail, value, names: mail.headers.map(({ name }) => name).sort() };
}

// docs/decisions/0028-no-precedence-on-our-replies.md
test("a reply carries no Precedence, however many answers its thread holds", async () => {
  for (const answers of [1, 5, 20]) {
    const thread_ref = threadRef({ root: "0".repeat(32), answers }, "run1", "agents.example");
    expect((await sent({ thread_ref })).names).toEqual(HEADERS);
  }
});

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
  expect(value("content-type")).toEqual([expect.stringMatching(/^multipart\/alternative;/)]);
  expect(mail.text.trim()).toBe("At ten.");
});

test("a reply is plain text first and HTML second, both in UTF-8, and nothing else", async () => {
  const { raw } = await sent({ text: "**At** ten – or [here](http://evil.example/)." });
  const types = [...raw.matchAll(/^Content-Type: ([^;\r]+)(; charset=utf-8)?/gm)].map(([, type, charset]) => [
    type,
    !!charset,
  ]);
  expect(types).toEqual([
    ["multipart/alternative", false],
    ["text/plain", true],
    ["text/html", true],
  ]);
  const { text, html, attachments } = await simpleParser(raw);
  expect(text?.trim()).toBe("**At** ten – or [here](http://evil.example/).");
  expect(html).toContain('<p dir="auto"><strong>At</strong> ten – or here (http://evil.example/).</p>');
  expect(attachments).toEqual([]);
});

test("a reply quotes the mail that it answers only if asked to, and at most 10 KB of it", async () => {
  const quoted = { from: "alice@customer.example", at: "2026-11-23T12:00:00.000Z", text: "When?\n> Long ago\n<b>x" };
  const { text, html } = await simpleParser((await sent({ quoted })).raw);
  expect(text?.trim()).toBe(
    "At ten.\n\nOn 2026-11-23 12:00 UTC, alice@customer.example wrote:\n> When?\n>> Long ago\n> <b>x",
  );
  expect(html).toContain('<blockquote dir="auto">When?<br>\n&gt; Long ago<br>\n&lt;b&gt;x</blockquote>');
  const long = await simpleParser((await sent({ quoted: { ...quoted, text: "語".repeat(20_000) } })).raw);
  expect(Buffer.byteLength(long.text ?? "")).toBeLessThan(10_240 + 100);
});

test("a reply stays below 256 KB: a long one first loses its HTML, then any text over 60 KB", async () => {
  const wide = await sent({ text: "語 ".repeat(10_000) });
  expect(wide.raw.length).toBeLessThan(256 * 1024);
  const quoted = { from: "a@b.example", at: "2026-11-23T12:00:00.000Z", text: "語".repeat(4_000) };
  for (const text of ["語".repeat(60_000), `${"&".repeat(19_000)}`, "=".repeat(60_000)]) {
    const { raw } = await sent({ text, quoted });
    expect(raw.length).toBeLessThan(256 * 1024);
  }
  const { text } = await simpleParser((await sent({ text: "語".repeat(60_000) })).raw);
  expect(text?.trim()).toMatch(/^語{20480}\n\n\[The answer was too long and was cut here\.\]$/);
});

test("a reply to a mail without an id has neither In-Reply-To nor References", async () => {
  const { names } = await sent({ in_reply_to: undefined, references: [] });
  expect(names).toEqual(HEADERS.filter((name) => name !== "in-reply-to" && name !== "references"));
});

test("the marks of others are repeated beside ours, each in its own field and without line breaks", async () => {
  const { value, names, raw } = await sent({
    loop_marks: ["jane@customer.example", "fw@a.example\r\nBcc: v@bank.example"],
  });
  expect(value("x-loop")).toEqual(["agent7", "jane@customer.example", "fw@a.example Bcc: v@bank.example"]);
  expect(names).toEqual([...HEADERS, "x-loop", "x-loop"]);
  // A robot compares its mark with the start of the line.
  expect(raw).toContain("\r\nX-Loop: jane@customer.example\r\n");
});

test("our own id is last in References, and the root is kept", async () => {
  const thread_ref = "<t1@agents.example>";
  expect((await sent({ thread_ref })).mail.references).toEqual([...REPLY.references, thread_ref]);
  const references = limitIds(Array.from({ length: 60 }, (_, i) => `<${i}@customer.example>`));
  const { mail } = await sent({ thread_ref, references });
  expect(mail.references).toHaveLength(50);
  expect([mail.references[0], mail.references.at(-1)]).toEqual(["<0@customer.example>", thread_ref]);
});

test("its lines end in CRLF, and only an id that cannot be folded makes one longer than 78 characters", async () => {
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
])("a %s other than one plain address is refused", async (_, changes) => {
  await expect(composeReply({ ...REPLY, ...changes })).rejects.toThrow("plain addresses");
});

const anyText = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: "binary", maxLength }),
    fc.string({ unit: fc.constantFrom(...'\r\n:,;<>@"\\ =?aé😀\u2028\0'), maxLength }),
    fc.constantFrom(
      "\r\nBcc: victim@bank.example\r\n\r\nbody",
      "gnp.\u202eexe\u2066 \u0007bell",
      "=?utf-8?Q?=0D=0ABcc:_victim=40bank.example?=",
      "a, b <c@d.example>",
    ),
  );

/** Plain addresses with every character that they may contain. */
const anyAddress = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(..."aZ09!#$%&'*+/=?^_`{|}~-"), minLength: 1, maxLength: 64 }),
    fc.string({ unit: fc.constantFrom(..."abz09"), minLength: 1, maxLength: 30 }),
  )
  .map(([local, domain]) => `${local}@${domain}.example`);

/** Characters that start a line or make it display differently: controls, other line breaks, direction marks. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

test("any name, address, subject and text produce exactly these headers, this one recipient and this text", async () => {
  const anything = [anyText(80), anyAddress, anyAddress, anyText(300), anyText(300)] as const;
  await fc.assert(
    fc.asyncProperty(...anything, async (name, address, to, subject, text) => {
      const { raw, names, value } = await sent({ from: { name, address }, to, subject: replySubject(subject), text });
      expect(names).toEqual(raw.includes("\r\nContent-Type: text/html") ? HEADERS : TEXT_ONLY_HEADERS);
      expect(value("to")).toEqual([to]);
      for (const read of [await byMailparser(raw), await byPostalMime(raw)]) {
        expect(read.recipients).toEqual([to]);
        expect(read.from.map((mailbox) => mailbox.address)).toEqual([address]);
        expect(read.from.map((mailbox) => shown(mailbox.name))).toEqual([shown(name)]);
        expect(shown(read.subject)).toBe(shown(replySubject(subject)));
        for (const line of [read.subject, ...read.from.map((mailbox) => mailbox.name)])
          expect(line).not.toMatch(UNSEEN);
        expect(lines(read.text)).toEqual(lines(text.toWellFormed()));
      }
    }),
    { numRuns: 400 },
  );
});

type Read = { recipients: string[]; from: { name: string; address: string }[]; subject: string; text: string };
type Mailbox = { name?: string | undefined; address?: string | undefined };

const plain = ({ name = "", address = "" }: Mailbox) => ({ name, address });

async function byMailparser(raw: string): Promise<Read> {
  const { to, cc, bcc, from, subject = "", text = "" } = await simpleParser(raw);
  const recipients = [to, cc, bcc].flat().flatMap((field) => field?.value ?? []);
  return { recipients: recipients.map((it) => plain(it).address), from: (from?.value ?? []).map(plain), subject, text };
}

async function byPostalMime(raw: string): Promise<Read> {
  const { to = [], cc = [], bcc = [], from, subject = "", text = "" } = await PostalMime.parse(raw);
  const recipients = [...to, ...cc, ...bcc].map((it) => plain(it).address);
  return { recipients, from: from ? [plain(from)] : [], subject, text };
}

/** The text as read back, ignoring white space, which folding may change. */
function shown(text: string): string {
  return cleanLine(text, 255).replace(/\s/g, "");
}

function lines(text: string): string[] {
  return text.trimEnd().split(/\r\n|\r|\n/);
}
