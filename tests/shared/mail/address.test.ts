import { describe, expect, test } from "vitest";
import { domainOf, isPlainAddress, isWithin, localPartOf } from "../../../shared/mail/address.ts";

describe("isPlainAddress", () => {
  test.each([
    "a@b.example",
    "o'brien+tag@mail.b.example",
    "a.b-c_d=e@xn--bcher-kva.example",
    `${"l".repeat(64)}@b.example`,
  ])("accepts %s", (address) => expect(isPlainAddress(address)).toBe(true));

  test.each([
    "",
    "a",
    "@b.example",
    "a@",
    "a@localhost",
    "a@b@c.example",
    "a b@c.example",
    '"a b"@c.example',
    '"a"@c.example',
    "<a@b.example>",
    "a@b.example, c@d.example",
    "a@b.example\r\nBcc: c@d.example",
    "a@b.example\n",
    ".a@b.example",
    "a..b@c.example",
    "a@[192.0.2.1]",
    "a@192.0.2.1",
    "a@-b.example",
    "a@b-.example",
    "a@b..example",
    "a@b.example.",
    "jörg@b.example",
    "a@bücher.example",
    `${"l".repeat(65)}@b.example`,
    `a@${"d.".repeat(126)}example`,
  ])("refuses %j", (address) => expect(isPlainAddress(address)).toBe(false));
});

test("the domain is the part after the last @, in lower case", () => {
  expect(domainOf("A@b@C.Example")).toBe("c.example");
  expect(domainOf("nobody")).toBe("");
  expect(localPartOf("Alice@x.example")).toBe("alice");
  expect(localPartOf("MAILER-DAEMON")).toBe("mailer-daemon");
});

test("a domain is within itself and its parents, and nothing is within an empty domain", () => {
  expect(isWithin("b.example", "b.example")).toBe(true);
  expect(isWithin("a.b.example", "b.example")).toBe(true);
  expect(isWithin("b.example", "a.b.example")).toBe(false);
  expect(isWithin("ab.example", "b.example")).toBe(false);
  expect(isWithin("", "")).toBe(false);
});
