import { describe, expect, test } from "vitest";
import { readBatv } from "../../../../shared/mail/envelope/batv.ts";
import { isGmailForward } from "../../../../shared/mail/envelope/gmail-forward.ts";
import { readEnvelope } from "../../../../shared/mail/envelope/read-envelope.ts";
import { readSrs } from "../../../../shared/mail/envelope/srs.ts";
import { encodesRecipient, isVerp, readListName } from "../../../../shared/mail/envelope/verp.ts";

const CARLA = "carla@customer.example";

const BATV = [
  "prvs=0123abcdef=carla@customer.example",
  "prvs=5123f7f4a=carla@customer.example",
  "PRVS=0123ABCDEF=Carla@Customer.Example",
  "prvs=carla/0123abcdef@customer.example",
  "btv1==012abcdef789==carla@customer.example",
];
const SRS = [
  "SRS0=HHHH=TT=customer.example=carla@forward.example",
  "srs0+hhhh=tt=customer.example=carla@forward.example",
  "SRS0-hhhh=tt=customer.example=carla@forward.example",
  "SRS1=HHHH=first.example==HHHH=TT=customer.example=carla@second.example",
  "SRS1=HHHH=first.example=+HHHH=TT=customer.example=carla@second.example",
  "owner+SRS=AbCdE=FG=customer.example=carla@outlook.example",
];
const NAMELESS = ["bounces+SRS=AbCdE=FG@tenant.example"];
const GMAIL = ["owner+caf_=help=agents.example@gmail.com", "Owner+Caf_=help+x=agents.example@gmail.com"];
const VERP = [
  "cats-return-7-help=agents.example@lists.example",
  "cats+bounces-7-help=agents.example@lists.example",
  "cats-bounces+help=agents.example@lists.example",
  "bounce+help==a==agents.example==cats@lists.example",
  "owner-cats*help**agents.example@lists.example",
  "bounces+123-ab12-help=agents.example@em1.customer.example",
];
const PLAIN = [CARLA, "a=b@customer.example", "prvs@customer.example", "srs0@customer.example", "o'brien+x@c.example"];

describe("each form of an envelope is read only by its own parser", () => {
  test.each(BATV)("BATV: %s", (address) => {
    expect(readBatv(address)?.toLowerCase()).toBe(CARLA);
    expect([readSrs(address), isGmailForward(address), isVerp(address)]).toEqual([undefined, false, false]);
    const { mailbox, forwarded } = readEnvelope(address);
    expect([mailbox?.toLowerCase(), forwarded]).toEqual([CARLA, false]);
  });

  test.each(SRS)("SRS: %s", (address) => {
    expect(readSrs(address)).toEqual({ original: CARLA });
    expect([readBatv(address), isGmailForward(address)]).toEqual([undefined, false]);
    expect(readEnvelope(address)).toEqual({ mailbox: CARLA, forwarded: true });
  });

  test.each(NAMELESS)("SRS without the original sender: %s", (address) => {
    expect(readSrs(address)).toEqual({ original: undefined });
    expect(readEnvelope(address)).toEqual({ mailbox: undefined, forwarded: true });
  });

  test.each(GMAIL)("Gmail's forward: %s", (address) => {
    expect(isGmailForward(address)).toBe(true);
    expect([readBatv(address), readSrs(address)]).toEqual([undefined, undefined]);
    expect(readEnvelope(address)).toEqual({ mailbox: undefined, forwarded: true });
  });

  test.each(VERP)("VERP: %s", (address) => {
    expect([isVerp(address), encodesRecipient(address, "Help@Agents.example")]).toEqual([true, true]);
    expect(encodesRecipient(address, "elp@agents.example")).toBe(false);
    expect(encodesRecipient(address, "help@other.example")).toBe(false);
    expect([readBatv(address), readSrs(address), isGmailForward(address)]).toEqual([undefined, undefined, false]);
    expect(readEnvelope(address)).toEqual({ mailbox: address, forwarded: false });
  });

  test.each(PLAIN)("none: %s", (address) => {
    expect(readEnvelope(address)).toEqual({ mailbox: address, forwarded: false });
    expect([isVerp(address), encodesRecipient(address, "help@agents.example")]).toEqual([false, false]);
  });
});

test("a tagged address is recognized in a list's envelope with and without its tag", () => {
  const envelope = "cats+bounces-7-help=agents.example@lists.example";
  expect(encodesRecipient(envelope, "help+cats@agents.example")).toBe(true);
  expect(encodesRecipient("cats+bounces-7-help+cats=agents.example@lists.example", "help+cats@agents.example")).toBe(
    true,
  );
});

test("nested forms are unwrapped one after the other", () => {
  const both = "SRS0=HHHH=TT=customer.example=prvs=0123abcdef=carla@forward.example";
  expect(readEnvelope(`<${both}>`)).toEqual({ mailbox: CARLA, forwarded: true });
});

test.each([
  ["cats-bounces@lists.example", "cats"],
  ["cats+bounces-7@lists.example", "cats"],
  ["cats-return-7-help=agents.example@lists.example", "cats"],
  ["big-cats-owner@lists.example", "big-cats"],
  ["owner-cats@lists.example", "cats"],
  ["cats-request@lists.example", "cats"],
  [CARLA, undefined],
  ["bounces@mailer.example", undefined],
])("the list behind %s is %s", (envelope, list) => expect(readListName(envelope)).toBe(list));

test("an envelope that is longer than any form has no form", () => {
  const long = `${"a".repeat(300)}-bounces-help=agents.example@lists.example`;
  expect([isVerp(long), readListName(long), encodesRecipient(long, "help@agents.example")]).toEqual([
    false,
    undefined,
    false,
  ]);
});
