import { describe, expect, test } from "vitest";
import { decide } from "../../../shared/mail/decide.ts";
import { knownFacts } from "../../../shared/mail/facts.ts";
import { isProven } from "../../../shared/mail/proven-sender.ts";
import { PASSED, personsMail } from "./person.ts";

const VALUES = ["PASS", "FAIL", "GRAY", "PROCESSING_FAILED"] as const;
type Value = (typeof VALUES)[number];

const ANSWER = { action: "answer", to: "alice@customer.example" };
const FORGED = { action: "skip", reason: "dmarc_fail" };
const UNKNOWN = { action: "hold", reason: "verdict_missing" };
const UNPROVEN = { action: "hold", reason: "unproven_sender" };

/** Alice's mail as SES saw it; `domain` is the domain in the envelope and the DKIM signature. */
function checked([spf, dkim, dmarc]: Value[], domain: string) {
  const results = `amazonses.com; spf=x (of ${domain}); dkim=${dkim === "PASS" ? "pass" : "none"} header.i=@${domain};`;
  return personsMail({
    envelope_from: `alice@${domain}`,
    verdicts: { ...PASSED, spf: spf ?? "FAIL", dkim: dkim ?? "FAIL", dmarc: dmarc ?? "FAIL" },
    headers: [
      { name: "authentication-results", value: results },
      // The sender's own claim is below SES's field and does not count.
      { name: "authentication-results", value: "amazonses.com; dkim=pass header.i=@customer.example" },
    ],
  });
}

const COMBINATIONS = VALUES.flatMap((spf) => VALUES.flatMap((dkim) => VALUES.map((dmarc) => [spf, dkim, dmarc])));

describe("the 64 combinations of SPF, DKIM and DMARC", () => {
  test.each(COMBINATIONS)("spf %s, dkim %s, dmarc %s of the author's domain", (...verdicts) => {
    expect(decide(checked(verdicts, "customer.example"))).toEqual(expected(verdicts, true));
  });

  test.each(COMBINATIONS)("spf %s, dkim %s, dmarc %s of another domain", (...verdicts) => {
    expect(decide(checked(verdicts, "mailer.example"))).toEqual(expected(verdicts, false));
  });
});

function expected(verdicts: Value[], aligned: boolean) {
  const [spf, dkim, dmarc] = verdicts;
  if (dmarc === "FAIL") return FORGED;
  if (verdicts.includes("PROCESSING_FAILED")) return UNKNOWN;
  if (dmarc === "PASS") return ANSWER;
  return aligned && (spf === "PASS" || dkim === "PASS") ? ANSWER : UNPROVEN;
}

describe("a domain without a DMARC policy", () => {
  const gray = { ...PASSED, spf: "GRAY", dmarc: "GRAY" } as const;
  const signed = (results: string, from_header = "Alice <alice@customer.example>") =>
    decide(personsMail({ from_header, verdicts: gray, headers: [{ name: "authentication-results", value: results }] }))
      .action;

  test.each([
    ["its own signature", "amazonses.com; dkim=pass header.i=@customer.example;"],
    [
      "its signature and a mailer's",
      "amazonses.com; dkim=pass header.i=@mailer.example; dkim=pass header.d=CUSTOMER.example",
    ],
    [
      "the signature of its parent domain",
      "amazonses.com; dkim=pass header.d=example.org",
      "Alice <alice@mail.example.org>",
    ],
  ])("is proved by %s", (_, results, from_header?: string) => {
    expect(signed(results, from_header)).toBe("answer");
  });

  test.each([
    ["a signature of a domain below it", "amazonses.com; dkim=pass header.d=shop.customer.example"],
    ["a signature of a look-alike", "amazonses.com; dkim=pass header.d=notcustomer.example"],
    ["a signature that failed", "amazonses.com; dkim=fail header.d=customer.example"],
    ["a claim inside a comment", "amazonses.com; spf=pass (; dkim=pass header.d=customer.example;)"],
    ["two names of one signer", "amazonses.com; dkim=pass header.i=@evil.example header.i=@customer.example"],
    ["two domains of one signer", "amazonses.com; dkim=pass header.d=customer.example header.d=evil.example"],
    [
      "a signature after a HELO that is not a host name",
      "amazonses.com; spf=pass client-ip=1.2.3.4; helo=x; dkim=pass header.i=@customer.example; dkim=none; dmarc=none",
    ],
    [
      "a signature after a HELO that contains a blank",
      "amazonses.com; helo=mx.a.example x; dkim=pass header.d=customer.example",
    ],
    ["two words on the HELO", "amazonses.com; helo=a.example; dkim=pass header.d=customer.example; helo=b.example"],
    ["another server's word", "mx.evil.example; dkim=pass header.d=customer.example"],
    ["a server that only begins like SES", "amazonses.com.evil.example; dkim=pass header.d=customer.example"],
    ["no word at all", ""],
  ])("is not proved by %s", (_, results) => {
    expect(signed(results)).toBe("hold");
  });

  test("is not proved by a signature that SES's own verdict does not confirm", () => {
    const headers = [{ name: "authentication-results", value: "amazonses.com; dkim=pass header.i=@customer.example" }];
    expect(decide(personsMail({ verdicts: { ...gray, dkim: "GRAY" }, headers })).action).toBe("hold");
  });

  test("is not proved by results injected through the envelope's quoted local part", () => {
    const envelope_from = '"a; dkim=pass header.d=customer.example; b"@evil.example';
    const value = `amazonses.com; spf=pass envelope-from=${envelope_from}; dkim=pass header.i=@evil.example;`;
    const mail = personsMail({ envelope_from, verdicts: gray, headers: [{ name: "authentication-results", value }] });
    expect(decide(mail).action).toBe("hold");
  });
});

describe("the client's HELO", () => {
  const gray = { ...PASSED, spf: "GRAY", dmarc: "GRAY" } as const;
  const from = (helo: string) => {
    const received = `from ${helo} (unknown [192.0.2.1])\r\n by inbound-smtp.us-east-1.amazonaws.com with SMTP id x`;
    const results = `amazonses.com; spf=none client-ip=192.0.2.1; helo=${helo}; dkim=pass header.i=@customer.example;`;
    const headers = [
      { name: "received", value: received },
      { name: "authentication-results", value: results },
    ];
    return decide(personsMail({ verdicts: gray, headers })).action;
  };

  test.each(["mx.customer.example", "[192.0.2.1]", "MX_1.customer.example."])("may be %s", (helo) => {
    expect(from(helo)).toBe("answer");
  });

  test.each(["mx.evil.example; dkim=pass header.i=@customer.example", "mx.evil.example (", "localhost", "a.b ; x"])(
    "proves no signature if it is %s",
    (helo) => {
      expect(from(helo)).toBe("hold");
    },
  );

  test("does not affect DMARC's result, unless it injects a second one", () => {
    const proved = (value: string) =>
      decide(personsMail({ headers: [{ name: "authentication-results", value }] })).action;
    expect(proved("amazonses.com; helo=localhost; dmarc=pass header.from=customer.example;")).toBe("answer");
    expect(
      proved("amazonses.com; helo=x; dmarc=pass header.from=customer.example; dmarc=pass header.from=evil.example;"),
    ).toBe("hold");
  });
});

test("a mail is not proved if SES read another From domain than we did", () => {
  const value = "amazonses.com; dmarc=pass header.from=evil.example;";
  const mail = personsMail({ headers: [{ name: "authentication-results", value }] });
  expect(decide(mail)).toEqual(UNPROVEN);
});

test("a mail that failed DMARC is not proved by SPF or DKIM", () => {
  expect(isProven(knownFacts(personsMail({ verdicts: { ...PASSED, dmarc: "FAIL" } })))).toBe(false);
});
