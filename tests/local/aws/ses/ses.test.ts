import { SendRawEmailCommand, type SendRawEmailCommandInput } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sesAccount } from "../../../../local/aws/ses/account.ts";
import { clientsOf, failure, startTestAws, type TestAws } from "../support.ts";

const OPEN = sesAccount.parse({});

let one: TestAws;
beforeAll(async () => {
  one = await startTestAws();
  one.aws.verifyIdentity("agents.example");
  one.aws.createConfigurationSet("events");
});
afterAll(() => one.aws.stop());
beforeEach(() => void one.mails.splice(0));

const HEADERS = [
  "From: Alice's agent <alice@agents.example>",
  "To: bob@example.com",
  "Subject: Re: =?utf-8?q?=C3=A9?=",
];
const BODY = "\r\nDate: this line is body\r\n\r\n--x\r\nContent: é + / =\r\n\n.\r\n";

function send(headers: string[], more: Partial<SendRawEmailCommandInput> = {}) {
  const Data = Buffer.from(`${headers.join("\r\n")}\r\n${BODY}`);
  return clientsOf(one.aws, one.aws.admin).ses.send(new SendRawEmailCommand({ RawMessage: { Data }, ...more }));
}

test("a mail is sent unchanged except for SES's Message-ID and Date", async () => {
  const headers = [
    "Date: Thu, 1 Jan 1970 00:00:00 +0000",
    ...HEADERS,
    "References: <a@b>\r\n\t<c@d>",
    "Message-Id: <own@x>",
  ];
  const { MessageId } = await send(headers);
  const [mail] = one.mails;
  const lines = mail?.raw.split("\r\n") ?? [];
  expect(lines[0]).toMatch(/^Date: \w{3}, \d\d \w{3} 20\d\d \d\d:\d\d:\d\d \+0000$/);
  const restored = mail?.raw.replace(/^Date: .*/, headers[0] ?? "").replace(/^Message-ID: .*$/m, "Message-Id: <own@x>");
  expect(lines).toContain(`Message-ID: <${MessageId}@email.amazonses.com>`);
  expect(restored).toBe(`${headers.join("\r\n")}\r\n${BODY}`);
  expect(mail?.ses_message_id).toBe(MessageId);
});

test("a mail without Message-ID and Date gets one of each", async () => {
  await send(HEADERS);
  expect(one.mails[0]?.raw.match(/^(Message-ID|Date): (?!this)/gm)).toHaveLength(2);
  expect(one.mails[0]?.raw.endsWith(`${HEADERS.join("\r\n")}\r\n${BODY}`)).toBe(true);
});

test("the call's destinations are the envelope, and its tags and configuration set are reported", async () => {
  const Tags = [
    { Name: "user_id", Value: "u_1" },
    { Name: "run_id", Value: "r-1" },
  ];
  const more = {
    Source: "Agent <bounce@agents.example>",
    Destinations: ["x@y.z", "+1@q.r"],
    Tags,
    ConfigurationSetName: "events",
  };
  await send(HEADERS, more);
  const from = "bounce@agents.example";
  const expected = {
    from,
    to: ["x@y.z", "+1@q.r"],
    tags: { user_id: "u_1", run_id: "r-1" },
    configuration_set: "events",
  };
  expect(one.mails[0]).toMatchObject(expected);
});

test("without destinations and source, the headers are the envelope", async () => {
  await send([...HEADERS, 'Cc: "Doe, C" <c@example.com>']);
  expect(one.mails[0]).toMatchObject({ from: "alice@agents.example", to: ["bob@example.com", "c@example.com"] });
});

test.each([
  ["MessageRejected", ["From: a@elsewhere.example", "To: b@c.d"], {}],
  ["MessageRejected", HEADERS, { Source: "a@elsewhere.example" }],
  ["ConfigurationSetDoesNotExistException", HEADERS, { ConfigurationSetName: "none" }],
  ["InvalidParameterValue", [...HEADERS, "subject: twice"], {}],
  ["InvalidParameterValue", [...HEADERS, "References: <a@b>", "References: <c@d>"], {}],
  ["InvalidParameterValue", HEADERS, { Tags: [{ Name: "to", Value: "bob@example.com" }] }],
  ["InvalidParameterValue", HEADERS, { Destinations: Array.from({ length: 51 }, (_, n) => `${n}@example.com`) }],
  ["InvalidParameterValue", ["To: b@c.d"], {}],
])("%s for %j with %j, and nothing is sent", async (name, headers, more) => {
  expect((await failure(send(headers, more))).name).toBe(name);
  expect(one.mails).toEqual([]);
});

test("a header field that may be repeated is accepted twice", async () => {
  await send([...HEADERS, "Received: a", "Received: b", "X-Own: 1", "X-Own: 2"]);
  expect(one.mails).toHaveLength(1);
});

test("in the sandbox a mail is sent only to a recipient whose address or domain is verified", async () => {
  one.aws.changeSesAccount({ ...OPEN, sandbox: true, verified: ["bob@example.com", "known.example"] });
  await send(HEADERS, { Destinations: ["Bob@example.com"] });
  await send(HEADERS, { Destinations: ["anybody@known.example"] });
  const error = await failure(send(HEADERS, { Destinations: ["carol@example.com"] }));
  expect([error.name, error.message]).toEqual([
    "MessageRejected",
    "Email address is not verified. The following identities failed the check in region US-EAST-1: carol@example.com",
  ]);
  one.aws.changeSesAccount(OPEN);
});

test.each([
  [{ sending_paused: true }, "AccountSendingPausedException"],
  [{ quota_used: true }, "Throttling"],
])("an account with %j takes no mail: %s", async (trouble, name) => {
  one.aws.changeSesAccount({ ...OPEN, ...trouble });
  expect((await failure(send(HEADERS))).name).toBe(name);
  one.aws.changeSesAccount(OPEN);
});
