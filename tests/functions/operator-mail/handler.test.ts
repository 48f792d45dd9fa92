import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { SESClient } from "@aws-sdk/client-ses";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Deps, tellOperator } from "../../../functions/operator-mail/handler.ts";
import { closeServer, listen } from "../../../local/http/listen.ts";
import { HourlyLimit, OPERATOR_MAILS } from "../../../shared/limits/hourly-limit.ts";
import type { OperatorMail } from "../../../shared/operator/operator-mail.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { elsewhere, SES_SENDS } from "../../support/runner-world.ts";
import { MARK_TABLES } from "../../support/tables.ts";

let dynamo: TestDynamo;
let url = "";
/** What SES was asked, as its query protocol says it. */
const asked: URLSearchParams[] = [];
const ses = createServer(async (request, response) => {
  asked.push(new URLSearchParams(await text(request)));
  response.writeHead(SES_SENDS.status, SES_SENDS.headers).end(SES_SENDS.body);
});
let hour = 0;
let stored: Buffer;
let deps: Deps;
beforeAll(async () => {
  dynamo = await startDynamo(MARK_TABLES);
  url = `http://127.0.0.1:${await listen(ses, 0)}`;
});
afterAll(() => Promise.all([dynamo.stop(), closeServer(ses)]));
beforeEach(() => {
  stored = Buffer.from("From: carol@customer.example\r\nSubject: Spam from you\r\n\r\nPlease stop.\r\n");
  const at = new Date(Date.UTC(2026, 10, 29, hour++));
  deps = {
    mails: { get: async () => stored },
    sent: new HourlyLimit(dynamo.db, "hourly-limits", OPERATOR_MAILS),
    ses: new SESClient(elsewhere(url)),
    from: "notices@agents.example",
    to: "ops@firm.example",
    mailDomain: "agents.example",
    configurationSet: "replies",
    now: () => at,
  };
});

const PASSED = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;
const mail = (changes: Partial<OperatorMail> = {}): OperatorMail => ({
  ...{ ses_message_id: "ses-1", object_key: "inbound/ses-1", role: "abuse@agents.example" },
  ...{ from: "Carol <carol@customer.example>", subject: "Spam from you", envelope_from: "carol@customer.example" },
  ...{ verdicts: PASSED, received_at: "2026-11-29T12:00:00.000Z", ...changes },
});

/** What SES was asked to send, or undefined. */
async function told(given: OperatorMail): Promise<{ to: string | null; raw: string } | undefined> {
  const before = asked.length;
  await tellOperator(given, deps);
  const form = asked[before];
  const raw = Buffer.from(form?.get("RawMessage.Data") ?? "", "base64").toString("latin1");
  return form && { to: form.get("Destinations.member.1"), raw };
}
const whyNot = async (given: OperatorMail) => {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  const sent = await told(given);
  write.mockRestore();
  expect(sent).toBeUndefined();
  return lines.map((line) => JSON.parse(line)).find(({ event }) => event === "operator_mail_dropped")?.why;
};

test("the operator gets the mail as it came, attached, and no word of a stranger's in our headers", async () => {
  const sent = await told(mail());
  expect(sent?.to).toBe("ops@firm.example");
  const parsed = await simpleParser(sent?.raw ?? "");
  expect(parsed).toMatchObject({ subject: "Mail to abuse@agents.example" });
  expect(parsed.from?.text).toContain("notices@agents.example");
  expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
  expect(parsed.text).toContain("Carol <carol@customer.example>");
  expect(parsed.replyTo).toBeUndefined();
  expect(sent?.raw).toContain("Content-Type: message/rfc822");
  expect(sent?.raw).toContain(stored.toString());
});

test.each([
  ["8-bit text", Buffer.from("From: a@b.example\r\n\r\n\u00e4\u00f6\u00fc", "latin1")],
  ["a line longer than a server takes", Buffer.from(`From: a@b.example\r\n\r\n${"x".repeat(2_000)}`)],
  ["a null byte", Buffer.from("From: a@b.example\r\n\r\na\0b")],
])("a mail with %s is attached byte for byte all the same", async (_, raw) => {
  stored = raw;
  const { attachments } = await simpleParser((await told(mail()))?.raw ?? "");
  expect(attachments.map(({ content }) => content)).toEqual([raw]);
});

test("of a huge mail the headers are attached", async () => {
  stored = Buffer.concat([Buffer.from("From: a@b.example\r\nSubject: big\r\n\r\n"), Buffer.alloc(6_000_000, "x")]);
  const sent = await told(mail());
  expect(sent?.raw.length).toBeLessThan(10_000);
  const { attachments } = await simpleParser(sent?.raw ?? "");
  expect(attachments[0]?.content.toString()).toBe("From: a@b.example\r\nSubject: big");
});

test("a virus is told of and not attached", async () => {
  const sent = await told(mail({ verdicts: { ...PASSED, virus: "FAIL" } }));
  expect(sent?.raw).not.toContain("Please stop");
  expect(sent?.raw).toContain("SES found a virus in it");
});

test("a loop ends at once: what we sent is not sent on again, bounced, redirected or wrapped", async () => {
  const first = await told(mail());
  expect(await whyNot(mail({ envelope_from: "notices@agents.example" }))).toBe("own_mail");
  stored = Buffer.from(first?.raw ?? "");
  expect(await whyNot(mail())).toBe("own_mail");
  stored = Buffer.from(`From: ops@firm.example\r\n\r\n> ${(first?.raw ?? "").replaceAll("\r\n", "\r\n> ")}`);
  expect(await whyNot(mail())).toBe("own_mail");
});

test("nobody floods the operator: past the hour's limit a mail stays in the bucket", async () => {
  for (let count = 0; count < OPERATOR_MAILS.perHour; count += 1) expect(await told(mail())).toBeDefined();
  expect(await whyNot(mail())).toBe("too_many");
});

test("without an address nothing is read or sent", async () => {
  deps = { ...deps, to: undefined, mails: { get: async () => Promise.reject(new Error("It is not read")) } };
  expect(await whyNot(mail())).toBe("no_address");
});
