import { describe, expect, test } from "vitest";
import { type KnownFacts, knownFacts } from "../../../shared/mail/facts.ts";
import { answerTo, isForeignReplyTo, isUnprovenReplyTo, isUnusualAddress } from "../../../shared/mail/reply-to.ts";
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

describe("a form that its owner trusts", () => {
  const asker = "carol@elsewhere.example";
  const form_domains = ["customer.example"];

  test("names its asker, and no other form does", () => {
    expect(isUnprovenReplyTo(mail([asker], { form_domains }))).toBe(false);
    expect(isUnprovenReplyTo(mail([asker], { form_domains: ["form.example"] }))).toBe(true);
    expect(isUnprovenReplyTo(mail([asker]))).toBe(true);
  });

  test("names one asker", () => {
    expect(isUnprovenReplyTo(mail([asker, "dave@elsewhere.example"], { form_domains }))).toBe(true);
  });
});

test.each([
  [AUTHOR, [], false],
  ["a b@customer.example", [], true],
  [AUTHOR, ['"team"@customer.example'], true],
])("an address that mail programs read in two ways is unusual: %s, %j", (author, reply_to, unusual) => {
  expect(isUnusualAddress(mail(reply_to, { author: { name: "", address: author } }))).toBe(unusual);
});
