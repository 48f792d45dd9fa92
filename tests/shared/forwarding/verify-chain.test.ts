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
  const chain = await verifyChain(Buffer.from(mail, "latin1"), keys);
  return chain.state === "pass" && isSealedSender(chain.sets, sealers, "customer.example");
}

test("a chain that a connected forwarder sealed proves the sender whom it found proved", async () => {
  const mail = await google.seal(customersMail(), FOUND);
  const { headers } = await parsed(mail);
  expect([newestSealer(headers), keyNames(headers)]).toEqual(["google.example", [google.keyName]]);
  expect(await proves(mail)).toBe(true);
});

test("a mail without a chain proves nothing, and is no broken chain", async () => {
  expect(await verifyChain(Buffer.from(customersMail()), {})).toEqual({ state: "none" });
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

  test("if a second From was put on top", async () => {
    const mail = await google.seal(customersMail(), FOUND);
    const forged = `From: ceo@customer.example\r\n${mail}`;
    // Whatever the chain says, such a mail has no author: see `no_from`.
    expect((await parsed(forged)).from.length).toBe(2);
  });
});
