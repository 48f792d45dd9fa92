import { describe, expect, test } from "vitest";
import { isSealedSender } from "../../../shared/forwarding/sealed-sender.ts";
import { keyNames, newestSealer } from "../../../shared/forwarding/seals.ts";
import { verifyChain } from "../../../shared/forwarding/verify-chain.ts";
import { customersMail, keysOf, SealingHost } from "../../support/sealing.ts";
import { parsed } from "../mail/fixture.ts";

const google = new SealingHost("google.example");
const relay = new SealingHost("relay.example");
const FOUND = "dkim=pass header.i=@customer.example header.s=s1; dmarc=pass header.from=customer.example";

/** Whether that mail proves Carol's domain to an owner who connected Google. */
async function proves(mail: string, keys = keysOf(google, relay), sealers = ["google.example"]): Promise<boolean> {
  const chain = verifyChain(Buffer.from(mail, "latin1"), keys);
  return chain.state === "pass" && isSealedSender(chain.sets, sealers, "customer.example");
}

test("a chain that a connected forwarder sealed proves the sender whom it found proved", async () => {
  const mail = await google.seal(customersMail(), FOUND);
  const { headers } = await parsed(mail);
  expect([newestSealer(headers), keyNames(headers)]).toEqual(["google.example", [google.keyName]]);
  expect(await proves(mail)).toBe(true);
});

test("a mail without a chain proves nothing, and is no broken chain", async () => {
  expect(verifyChain(Buffer.from(customersMail()), {})).toEqual({ state: "none" });
});

test("it proves it also where a server before it sealed first, and where two servers of one forwarder did", async () => {
  const first = await relay.seal(customersMail(), FOUND);
  expect(await proves(await google.seal(first, `arc=pass; ${FOUND}`, "pass"))).toBe(true);
  const twice = await google.seal(
    await google.seal(customersMail(), FOUND),
    "arc=pass; dmarc=fail header.from=customer.example",
    "pass",
  );
  expect(await proves(twice)).toBe(true);
});

test.each([
  [
    "folded fields, tabs and runs of blanks",
    (mail: string) => mail.replace("Subject: Opening hours", "Subject:  Opening\r\n\thours  and \t more "),
  ],
  ["blanks and empty lines at the end", (mail: string) => `${mail}  \r\nBye \t\r\n \r\n\r\n`],
  ["empty lines before the text", (mail: string) => mail.replace("When", "\r\n\r\n  When")],
  ["no text", (mail: string) => mail.replace("When do you open?\r\n", "")],
  ["raw bytes", (mail: string) => mail.replace("Opening", "\xd6ffnung\xa0").replace("When", "\xa0Wann\xa0")],
  ["fields that occur twice", (mail: string) => `Received: from a by b\r\nReceived: from c by d\r\n${mail}`],
])("a mail with %s keeps its proof, and also where line breaks became single characters", async (_, change) => {
  const sealed = await google.seal(change(customersMail()), FOUND);
  expect(await proves(sealed)).toBe(true);
  expect(await proves(sealed.replaceAll("\r\n", "\n"))).toBe(true);
});

test("a key of Ed25519 proves as one of RSA does, and a short one proves nothing", async () => {
  const [curve, short] = [new SealingHost("google.example", "ed25519"), new SealingHost("google.example", "rsa", 768)];
  expect(await proves(await curve.seal(customersMail(), FOUND), keysOf(curve))).toBe(true);
  expect(await proves(await short.seal(customersMail(), FOUND), keysOf(short))).toBe(false);
});

test.each([
  ["for another service", (record: string) => `${record}; s=tlsrpt`],
  ["for another hash", (record: string) => `${record}; h=sha1`],
  ["of another version", (record: string) => record.replace("DKIM1", "DKIM2")],
  ["that was taken back", (record: string) => record.replace(/p=.*/, "p=")],
  ["that is broken", (record: string) => record.replace(/p=..../, "p=")],
])("a key %s proves nothing", async (_, change) => {
  const mail = await google.seal(customersMail(), FOUND);
  expect(await proves(mail, { [google.keyName]: [change(google.record)] })).toBe(false);
  expect(await proves(mail, { [google.keyName]: [google.record, google.record] })).toBe(false);
});

describe("no chain proves a sender", () => {
  test("if its last seal is not of a connected forwarder, who may have changed the mail", async () => {
    const sealed = await google.seal(customersMail(), FOUND);
    expect(await proves(await relay.seal(sealed, `arc=pass; ${FOUND}`, "pass"))).toBe(false);
    expect(await proves(await relay.seal(customersMail(), FOUND))).toBe(false);
  });

  test("by what an unknown server says that it found", async () => {
    const first = await relay.seal(customersMail(), FOUND);
    const denied = "arc=pass; dkim=none; dmarc=fail header.from=customer.example";
    expect(await proves(await google.seal(first, denied, "pass"))).toBe(false);
  });

  test.each([
    ["another From domain", "dmarc=pass header.from=bank.example"],
    ["a failure", "dmarc=fail header.from=customer.example"],
    ["a signature of a stranger", "dkim=pass header.i=@stranger.example; dmarc=none header.from=customer.example"],
    [
      "a failed policy beside a signature",
      "dkim=pass header.i=@customer.example; dmarc=fail header.from=customer.example",
    ],
    ["SPF alone", "spf=pass smtp.mailfrom=carol@customer.example"],
    ["DMARC twice", "dmarc=pass header.from=customer.example; dmarc=fail header.from=customer.example"],
    [
      "a quoted envelope that looks like a result",
      'spf=pass smtp.mailfrom="x; dmarc=pass header.from=customer.example"@evil.example',
    ],
    [
      "a comment that looks like a result",
      "spf=fail (x; dmarc=pass header.from=customer.example) smtp.mailfrom=a@b.example",
    ],
    ["a quotation without an end", 'spf=pass smtp.mailfrom="x; dmarc=pass header.from=customer.example'],
  ])("if the forwarder found %s", async (_, found) => {
    expect(await proves(await google.seal(customersMail(), found))).toBe(false);
  });

  test.each([
    ["the text", (mail: string) => mail.replace("When do", "Why do")],
    ["From", (mail: string) => mail.replace("carol@customer.example", "ceo@customer.example")],
    [
      "what the forwarder found",
      (mail: string) => mail.replace("header.from=customer.example", "header.from=customer.examplf"),
    ],
    ["the seal's own words", (mail: string) => mail.replace("cv=none", "cv=pass")],
  ])("if somebody changed %s afterwards", async (_, change) => {
    expect(await proves(change(await google.seal(customersMail(), FOUND)))).toBe(false);
  });

  test("if a key is missing or is another host's", async () => {
    const mail = await google.seal(customersMail(), FOUND);
    expect(await proves(mail, {})).toBe(false);
    expect(await proves(mail, { [google.keyName]: [relay.record] })).toBe(false);
  });

  test.each([
    ["has a hole", (mail: string) => mail.replaceAll("i=1;", "i=2;")],
    ["has a set twice", (mail: string) => mail.replace(/ARC-Seal:[\s\S]*?(?=ARC-Message)/, (seal) => seal + seal)],
    ["has no seal", (mail: string) => mail.replace(/ARC-Seal:[\s\S]*?(?=ARC-Message)/, "")],
    ["names another hash", (mail: string) => mail.replaceAll("a=rsa-sha256", "a=rsa-sha1")],
    ["signs a part of the text", (mail: string) => mail.replace("c=relaxed/relaxed;", "c=relaxed/relaxed; l=5;")],
  ])("if it %s", async (_, change) => {
    const sealed = await google.seal(customersMail(), FOUND);
    expect(change(sealed)).not.toBe(sealed);
    expect(await proves(change(sealed))).toBe(false);
  });

  test("if a second From was put on top", async () => {
    const mail = await google.seal(customersMail(), FOUND);
    const forged = `From: ceo@customer.example\r\n${mail}`;
    // Whatever the chain says, such a mail has no author: see `no_from`.
    expect((await parsed(forged)).from.length).toBe(2);
  });
});
