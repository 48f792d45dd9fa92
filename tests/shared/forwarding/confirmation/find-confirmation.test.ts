import { describe, expect, test } from "vitest";
import { linksOf } from "../../../../shared/forwarding/confirmation/confirmation-links.ts";
import { findConfirmation } from "../../../../shared/forwarding/confirmation/find-confirmation.ts";
import { scanMail } from "../../../../shared/mail/scan.ts";
import { CONFIRMATIONS } from "../../../support/confirmations.ts";
import { parsed } from "../../mail/fixture.ts";

/** What the owner is shown of a mail whose sender is proved. */
async function found(raw: string) {
  const mail = await parsed(raw);
  const scan = scanMail(Buffer.from(raw));
  const links = "root" in scan ? linksOf(scan.root) : [];
  const { subject, text } = mail;
  return findConfirmation({ from: mail.from[0]?.address ?? "", subject, text, links, agent: "help@agents.example" });
}

describe("the code, the link and the asker are found in", () => {
  test.each(Object.entries(CONFIRMATIONS))("%s", async (_, { raw, shown }) => {
    expect(await found(raw)).toEqual(shown);
  });
});

describe("nothing is shown", () => {
  const gmail = (link: string) =>
    `From: forwarding-noreply@google.com\nSubject: Gmail Forwarding Confirmation\n\nan.owner@gmail.com asks. Click: ${link}\n`;

  test.each([
    ["on another host", "https://mail-settings.google.com.evil.example/mail/vf-1"],
    ["on a host that only begins alike", "https://evilgoogle.com/mail/vf-1"],
    ["with a user name that looks like the host", "https://mail.google.com@evil.example/mail/vf-1"],
    ["without TLS", "http://mail.google.com/mail/vf-1"],
    ["on another port", "https://mail.google.com:8443/mail/vf-1"],
    ["that takes the consent back", "https://mail.google.com/mail/uf-1"],
    ["to a help page", "https://support.google.com/mail/answer/10957"],
    ["of a redirect", "https://www.google.com/url?q=https://mail.google.com/mail/vf-1"],
  ])("of a link %s", async (_, link) => {
    expect((await found(gmail(link)))?.link).toBeUndefined();
  });

  test.each([
    ["a person at the same provider", "carol@yahoo.com", "Please forward me the mail. Code: 12345678"],
    ["another notice of the service", "noreply@zohoaccounts.com", "A new sign-in. Code: 12345678"],
    [
      "a stranger who writes the same",
      "forwarding-noreply@google.com.evil.example",
      "Forwarding. Confirmation code: 123456789",
    ],
  ])("of %s", async (_, from, text) => {
    expect(await found(`From: ${from}\nSubject: Hello\n\n${text}\n`)).toBeUndefined();
  });

  test("of a telephone number, a date or a part of an address", async () => {
    const text = "Forwarding: an.owner@gmail.com asks.\nCall: 1234567-890\nDate: 2026-11-29\nMail: 123456789@x.example";
    const raw = `From: forwarding-noreply@google.com\nSubject: Gmail Forwarding Confirmation\n\n${text}\n`;
    expect((await found(raw))?.code).toBeUndefined();
  });
});
