import { SendRawEmailCommand } from "@aws-sdk/client-ses";
import {
  CreateEmailIdentityCommand,
  DeleteEmailIdentityCommand,
  GetEmailIdentityCommand,
  PutEmailIdentityFeedbackAttributesCommand,
  PutEmailIdentityMailFromAttributesCommand,
} from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DnsServer, startDns } from "../../../../local/dns/dns-server.ts";
import { Zone } from "../../../../local/dns/zone.ts";
import { allow, clientsOf, failure, principal, startTestAws, type TestAws } from "../support.ts";

const zone = new Zone(undefined);
const STACK = "latchkey:stack";
const IDENTITIES = "arn:aws:ses:*:*:identity/*";
const requested = { StringEquals: { [`aws:RequestTag/${STACK}`]: "mine" } };
const tagged = { StringEquals: { [`aws:ResourceTag/${STACK}`]: "mine" } };
const fn = principal("fn", [
  allow("ses:GetEmailIdentity", IDENTITIES),
  allow("ses:CreateEmailIdentity", IDENTITIES, requested),
  allow("ses:TagResource", IDENTITIES, requested),
  allow("ses:DeleteEmailIdentity", IDENTITIES, tagged),
  allow("ses:PutEmailIdentityMailFromAttributes", IDENTITIES, tagged),
  allow("ses:PutEmailIdentityFeedbackAttributes", IDENTITIES, tagged),
]);

let dns: DnsServer;
let one: TestAws;
beforeAll(async () => {
  dns = await startDns(zone);
  one = await startTestAws({ dns: dns.address, principals: [fn] });
  one.aws.verifyIdentity("agents.example");
});
afterAll(async () => {
  await one.aws.stop();
  await dns.stop();
});

const ses = (caller = one.aws.admin) => clientsOf(one.aws, caller).sesv2;
const create = (EmailIdentity: string, stack = "mine", caller = one.aws.admin) =>
  ses(caller).send(new CreateEmailIdentityCommand({ EmailIdentity, Tags: [{ Key: STACK, Value: stack }] }));
const get = (EmailIdentity: string) => ses().send(new GetEmailIdentityCommand({ EmailIdentity }));
const send = (from: string) => {
  const Data = Buffer.from(`From: ${from}\r\nTo: c@customer.example\r\n\r\nHello\r\n`);
  return clientsOf(one.aws, one.aws.admin).ses.send(new SendRawEmailCommand({ RawMessage: { Data } }));
};
const publish = (name: string, tokens: string[] = []) =>
  zone.put(
    tokens.map((token) => ({
      name: `${token}._domainkey.${name}`,
      type: "CNAME",
      values: [`${token}.dkim.amazonses.com`],
    })),
  );

test("an identity is verified while DNS has its three records, and mail leaves from it and from below it", async () => {
  const { DkimAttributes } = await create("bakery.example");
  const tokens = DkimAttributes?.Tokens ?? [];
  expect(new Set(tokens).size).toBe(3);
  publish("bakery.example", tokens.slice(1));
  expect(await get("bakery.example")).toMatchObject({
    VerifiedForSendingStatus: false,
    DkimAttributes: { Status: "PENDING" },
  });
  expect(await failure(send("a@bakery.example"))).toMatchObject({ name: "MessageRejected" });
  publish("bakery.example", tokens);
  expect(await get("bakery.example")).toMatchObject({
    VerifiedForSendingStatus: true,
    DkimAttributes: { Status: "SUCCESS", Tokens: tokens },
    Tags: [{ Key: STACK, Value: "mine" }],
  });
  await send("a@bakery.example");
  await send("a@shop.bakery.example");
  await send("a@agents.example");
  expect(one.mails.map(({ signed_by }) => signed_by)).toEqual(["bakery.example", "bakery.example", "agents.example"]);
  expect(await failure(send("a@notbakery.example"))).toMatchObject({ name: "MessageRejected" });
});

test("an identity that exists is not made again, and one that does not is not found", async () => {
  await create("twice.example");
  expect(await failure(create("twice.example"))).toMatchObject({ name: "AlreadyExistsException" });
  expect(await failure(create("agents.example"))).toMatchObject({ name: "AlreadyExistsException" });
  expect(await failure(get("never.example"))).toMatchObject({ name: "NotFoundException" });
});

test("the sender of bounces is a subdomain, and bounces are mailed until that is turned off", async () => {
  await create("firm.example");
  const EmailIdentity = "firm.example";
  const from = (MailFromDomain: string) =>
    ses().send(new PutEmailIdentityMailFromAttributesCommand({ EmailIdentity, MailFromDomain }));
  expect(await failure(from("other.example"))).toMatchObject({ name: "BadRequestException" });
  await from("bounce.firm.example");
  expect(await get("firm.example")).toMatchObject({ FeedbackForwardingStatus: true });
  await ses().send(new PutEmailIdentityFeedbackAttributesCommand({ EmailIdentity, EmailForwardingEnabled: false }));
  expect(await get("firm.example")).toMatchObject({
    FeedbackForwardingStatus: false,
    MailFromAttributes: { MailFromDomain: "bounce.firm.example" },
  });
});

test("a role that is bound to a tag makes, changes and deletes identities with that tag alone", async () => {
  const remove = (EmailIdentity: string) => ses(fn).send(new DeleteEmailIdentityCommand({ EmailIdentity }));
  await create("theirs.example", "another");
  expect(await failure(create("mine.example", "another", fn))).toMatchObject({ name: "AccessDeniedException" });
  await create("mine.example", "mine", fn);
  for (const name of ["theirs.example", "agents.example"]) {
    expect(await failure(remove(name))).toMatchObject({ name: "AccessDeniedException" });
  }
  await remove("mine.example");
  expect(await failure(get("mine.example"))).toMatchObject({ name: "NotFoundException" });
  expect(await get("theirs.example")).toMatchObject({ Tags: [{ Value: "another" }] });
});
