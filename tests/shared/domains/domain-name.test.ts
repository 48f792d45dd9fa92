import { expect, test } from "vitest";
import * as z from "zod";
import { claimDomainBody } from "../../../shared/api/domain-schemas.ts";
import { notClaimable } from "../../../shared/domains/domain-name.ts";

const RESERVED = { mailDomain: "agents.latchkey.example", others: ["team.example"] };

test.each([
  ["Bakery.Example", "bakery.example"],
  ["  bakery.example.  ", "bakery.example"],
  ["https://www.bakery.example/about?x=1", "www.bakery.example"],
  ["anna@bakery.example", "bakery.example"],
  ["bäckerei.example", "xn--bckerei-5wa.example"],
  ["BÄCKEREI.example", "xn--bckerei-5wa.example"],
  ["xn--bckerei-5wa.example", "xn--bckerei-5wa.example"],
  ["почта.рф", "xn--80a1acny.xn--p1ai"],
  ["店。example", "xn--hxt.example"],
  ["a.b.c.bakery.example", "a.b.c.bakery.example"],
])("%j is the domain %s", (text, domain) => {
  expect(claimDomainBody.parse({ domain: text })).toEqual({ domain });
});

test.each([
  "",
  ".",
  "bakery",
  "localhost",
  ".example",
  "bakery..example",
  "_dmarc.bakery.example",
  "under_score.example",
  "-bakery.example",
  "bakery-.example",
  "*.bakery.example",
  "192.0.2.1",
  "[192.0.2.1]",
  "[IPv6:2001:db8::1]",
  "2001:db8::1",
  "bakery.example:25",
  "bakery .example",
  "bakery.example\nMX evil",
  "bakery.example\u0000",
  "xn--a.",
  "bakery.123",
  `${"a".repeat(64)}.example`,
  `${"abcdefgh.".repeat(40)}example`,
])("%j is no domain", (domain) => {
  expect(claimDomainBody.safeParse({ domain }).success).toBe(false);
});

test("a long text is refused in no time", () => {
  for (const text of ["a.".repeat(500_000), "-".repeat(1_000_000), "ä".repeat(1_000_000)]) {
    expect(claimDomainBody.safeParse({ domain: text }).success).toBe(false);
  }
});

test.each<[domain: string, why: string | undefined]>([
  ["bakery.example", undefined],
  ["shop.bakery.co.uk", undefined],
  ["alice.github.io", undefined],
  ["xn--80a1acny.xn--p1ai", undefined],
  ["agents.latchkey.example", "platform"],
  ["latchkey.example", "platform"],
  ["sub.agents.latchkey.example", "platform"],
  ["otheragents.latchkey.example", undefined],
  ["team.example", "reserved"],
  ["mail.team.example", "reserved"],
  ["notteam.example", undefined],
  ["co.uk", "public_suffix"],
  ["github.io", "public_suffix"],
  ["s3.amazonaws.com", "public_suffix"],
  ["gmail.com", "mail_provider"],
  ["hotmail.fr", "mail_provider"],
  ["proton.me", "mail_provider"],
  ["4.3.2.1.in-addr.arpa", "special"],
  ["printer.local", "special"],
  ["abc.onion", "special"],
])("whether anybody may claim %s: %s", async (domain, why) => {
  expect(await notClaimable(domain, RESERVED)).toBe(why);
});

test("what a request takes is in the OpenAPI document as a text", () => {
  expect(z.toJSONSchema(claimDomainBody, { io: "input" })).toMatchObject({
    properties: { domain: { type: "string" } },
  });
});
