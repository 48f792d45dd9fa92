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

  test("to nobody where the mail has no single author", () => {
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

describe("a domain that its owner named", () => {
  const asker = "carol@elsewhere.example";
  const form_domains = ["customer.example"];

  test("names another address, and no other domain does", () => {
    for (const to of [asker, "team@customer.example"]) {
      expect(isUnprovenReplyTo(mail([to], { form_domains }))).toBe(false);
      expect(isUnprovenReplyTo(mail([to], { form_domains: ["form.example"] }))).toBe(true);
      expect(isUnprovenReplyTo(mail([to]))).toBe(true);
    }
  });

  test("names one", () => {
    expect(isUnprovenReplyTo(mail([asker, "dave@elsewhere.example"], { form_domains }))).toBe(true);
  });
});

test("a neighbour is not foreign to the author's domain, and is not the author", () => {
  expect(isForeignReplyTo(mail(["team@customer.example"]))).toBe(false);
  expect(isForeignReplyTo(mail(["carol@elsewhere.example"]))).toBe(true);
  expect(isUnprovenReplyTo(mail(["team@customer.example"]))).toBe(true);
});

test("the owner's word on one mail lets it name whom it will", () => {
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
])("alice@customer.example reads what is sent to %s: %s", (address, own) => {
  expect(isOwnMailbox(address, AUTHOR)).toBe(own);
  // Where a plus is a letter like any other, the other way round would let strangers name people.
  expect(isOwnMailbox(AUTHOR, address)).toBe(address.toLowerCase() === AUTHOR);
});

test("nobody is the author of every address with a tag", () => {
  expect(isOwnMailbox("+x@customer.example", "@customer.example")).toBe(false);
});

test.each([
  [AUTHOR, [], false],
  ["a b@customer.example", [], true],
  [AUTHOR, ['"team"@customer.example'], true],
])("an address that mail programs read in two ways is unusual: %s, %j", (author, reply_to, unusual) => {
  expect(isUnusualAddress(mail(reply_to, { author: { name: "", address: author } }))).toBe(unusual);
});
