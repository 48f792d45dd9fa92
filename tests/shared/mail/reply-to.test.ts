import { describe, expect, test } from "vitest";
import { type KnownFacts, knownFacts } from "../../../shared/mail/facts.ts";
import {
  answerTo,
  isForeignReplyTo,
  isOwnMailbox,
  isUnprovenReplyTo,
  isUnusualAddress,
} from "../../../shared/mail/reply-to.ts";
import { personsMail } from "./person.ts";

const AUTHOR = "alice@customer.example";
const mail = (reply_to: string[], changes: Partial<KnownFacts> = {}): KnownFacts => ({
  ...knownFacts(personsMail()),
  reply_to: reply_to.map((address) => ({ name: "", address })),
  ...changes,
});
const unknown = { author: undefined };

describe("the answer goes", () => {
  test.each([
    [[], AUTHOR],
    [["team@customer.example"], "team@customer.example"],
    [["team@customer.example", "bob@customer.example"], AUTHOR],
    [["alice"], AUTHOR],
    [["undefined", "team@customer.example"], "team@customer.example"],
  ])("with Reply-To %j to %s", (reply_to, to) => {
    expect(answerTo(mail(reply_to))).toBe(to);
  });

  test("to nobody if the mail has no single author", () => {
    expect(answerTo(mail(["team@customer.example"], unknown))).toBeUndefined();
  });
});

describe("a mail without a single author", () => {
  test.each([[[]], [["team@customer.example"]], [["x@other.example"]]])("has no foreign Reply-To: %j", (reply_to) => {
    expect(isForeignReplyTo(mail(reply_to, unknown))).toBe(false);
    expect(isUnprovenReplyTo(mail(reply_to, unknown))).toBe(false);
    expect(isUnusualAddress(mail(reply_to, unknown))).toBe(false);
  });
});

describe("a domain that the owner listed", () => {
  const asker = "carol@elsewhere.example";
  const form_domains = ["customer.example"];

  test("may name another address, and no other domain may", () => {
    for (const to of [asker, "team@customer.example"]) {
      expect(isUnprovenReplyTo(mail([to], { form_domains }))).toBe(false);
      expect(isUnprovenReplyTo(mail([to], { form_domains: ["form.example"] }))).toBe(true);
      expect(isUnprovenReplyTo(mail([to]))).toBe(true);
    }
  });

  test("may name only one", () => {
    expect(isUnprovenReplyTo(mail([asker, "dave@elsewhere.example"], { form_domains }))).toBe(true);
  });
});

test("another mailbox of the author's domain is not foreign, but is not the author", () => {
  expect(isForeignReplyTo(mail(["team@customer.example"]))).toBe(false);
  expect(isForeignReplyTo(mail(["carol@elsewhere.example"]))).toBe(true);
  expect(isUnprovenReplyTo(mail(["team@customer.example"]))).toBe(true);
});

test("a mail that the owner asked to answer may name any address", () => {
  const asked = { owner_asked: true };
  expect(isUnprovenReplyTo(mail(["carol@elsewhere.example"], asked))).toBe(false);
});

test.each([
  ["Alice@Customer.Example", true],
  ["alice+shop@customer.example", true],
  ["alice+@customer.example", true],
  ["alice.b@customer.example", false],
  ["alic@customer.example", false],
  ["alice@mail.customer.example", false],
  ["+alice@customer.example", false],
])("mail to %s reaches alice@customer.example: %s", (address, own) => {
  expect(isOwnMailbox(address, AUTHOR)).toBe(own);
  // On servers where a plus is an ordinary character, the other direction would let strangers name people.
  expect(isOwnMailbox(AUTHOR, address)).toBe(address.toLowerCase() === AUTHOR);
});

test("nobody is the author of every address with a tag", () => {
  expect(isOwnMailbox("+x@customer.example", "@customer.example")).toBe(false);
});

test.each([
  [AUTHOR, [], false],
  ["a b@customer.example", [], true],
  [AUTHOR, ['"team"@customer.example'], true],
])("an address that mail programs read in different ways is unusual: %s, %j", (author, reply_to, unusual) => {
  expect(isUnusualAddress(mail(reply_to, { author: { name: "", address: author } }))).toBe(unusual);
});
