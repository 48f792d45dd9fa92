import { describe, expect, test } from "vitest";
import { cameThrough } from "../../../shared/forwarding/came-through.ts";
import type { Connected } from "../../../shared/forwarding/connected.ts";
import { WAY_IDS } from "../../../shared/forwarding/way-ids.ts";
import { mayBeForwarded, recognizeWay, WAYS, wayName } from "../../../shared/forwarding/ways.ts";
import type { Header } from "../../../shared/mail/headers.ts";

function headersOf(lines: string[]): Header[] {
  return lines.map((line) => {
    const at = line.indexOf(":");
    return { name: line.slice(0, at).toLowerCase(), value: line.slice(at + 1).trim() };
  });
}

const way = (lines: string[], envelope_from = "carol@customer.example") =>
  recognizeWay({ headers: headersOf(lines), envelope_from });

describe("the forwarder is recognized", () => {
  test.each([
    [
      "gmail",
      ["X-Forwarded-To: a@agents.example", "X-Forwarded-For: support@acme.example a@agents.example"],
      undefined,
    ],
    ["gmail", [], "jo+caf_=help=agents.example@gmail.com"],
    ["gmail", ["X-Gm-Original-To: support@acme.example"], undefined],
    [
      "google_group",
      ["X-Google-Group-Id: 12", "X-Forwarded-To: a@b.example", "X-Forwarded-For: c@d.example"],
      undefined,
    ],
    ["google_group", ["List-ID: <support.googlegroups.com>"], undefined],
    ["google_group", ["X-BeenThere: support@acme.example", "X-Original-Sender: carol@customer.example"], undefined],
    ["microsoft", ["X-MS-Exchange-Inbox-Rules-Loop: support@acme.example"], undefined],
    ["microsoft", [], "support+SRS=Abc=T1=customer.example=carol@acme.example"],
    ["microsoft", ["ARC-Seal: i=1; a=rsa-sha256; s=arcselector10001; d=microsoft.com; cv=none; b=x"], undefined],
    ["fastmail", ["ARC-Seal: i=1; a=rsa-sha256; cv=none; d=messagingengine.com; s=fm3; b=x"], undefined],
    ["zoho", ["ARC-Seal: i=1; d=zohomail.eu; s=zohoarc; cv=none; b=x"], undefined],
    ["yahoo", ["X-Yahoo-Forwarded: from jo@yahoo.com to a@agents.example"], undefined],
    ["icloud", ["Received: by inbound-smtp", "Received: from x by p00-icloudmta.me.com with SMTP"], undefined],
    ["sieve", ["X-Sieve: Pigeonhole Sieve 0.5.19", "X-Sieve-Redirected-From: support@acme.example"], undefined],
    ["cpanel", ["X-AntiAbuse: This header was added to track abuse"], undefined],
    ["srs", [], "SRS0=Abc=T1=customer.example=carol@acme.example"],
    ["srs", [], "SRS1=Abc=relay.example==Xyz=T1=customer.example=carol@acme.example"],
    ["resent", ["Resent-From: support@acme.example"], undefined],
    ["list", ["List-Id: <support.acme.example>"], undefined],
    ["alias", ["Delivered-To: support@acme.example"], undefined],
  ])("as %s by %j", (id, lines, envelope) => {
    expect(way(lines, envelope)).toBe(id);
  });

  test("by the last seal and not by an earlier one", () => {
    const seals = ["ARC-Seal: i=2; d=google.com; cv=pass; b=x", "ARC-Seal: i=1; d=microsoft.com; cv=none; b=x"];
    expect(way(seals)).toBe("alias");
  });

  test("as the owner of the mailbox knows it", () => {
    expect([wayName("microsoft", "jo@hotmail.co.uk"), wayName("microsoft", "support@acme.example")]).toEqual([
      "Outlook.com",
      "Microsoft 365",
    ]);
  });

  test("by a row each, with a source", () => {
    expect(Object.keys(WAYS)).toEqual(WAY_IDS);
    expect(Object.values(WAYS).every(({ source }) => source.length > 0)).toBe(true);
  });
});

test("a mail that names the agent and bears no sign of a forwarder was not forwarded", () => {
  const to = (address: string, ...more: string[]) =>
    mayBeForwarded(
      { headers: headersOf([`To: ${address}`, ...more]), envelope_from: "carol@customer.example" },
      "a@agents.example",
    );
  expect(to("a@agents.example")).toBe(false);
  expect(to("support@acme.example")).toBe(true);
  expect(to("a@agents.example", "ARC-Seal: i=1; d=x.example")).toBe(true);
});

describe("a mail came through the owner's mailbox", () => {
  const acme: Connected = { address: "support@acme.example", way: "gmail", sealer: "google.com" };
  const shop: Connected = { address: "info@shop.example", way: "srs", sealer: undefined };
  const through = (...lines: string[]) => cameThrough(headersOf(lines), [acme, shop])?.address;

  test.each([
    [
      "that its trace names",
      ["X-Forwarded-For: support@acme.example help@agents.example", "To: info@shop.example"],
      acme.address,
    ],
    ["that its trace names in another case", ["Delivered-To: Support@Acme.example"], acme.address],
    ["that it was written to", ["To: Shop <info@shop.example>, other@x.example"], shop.address],
    ["that it was copied to", ["To: x@y.example", "Cc: info@shop.example"], shop.address],
    ["whose seal is the last", ["ARC-Seal: i=1; d=google.com"], acme.address],
  ])("%s", (_, lines, address) => {
    expect(through(...lines)).toBe(address);
  });

  test("and through none, if nothing names one", () => {
    expect(through("To: help@agents.example", "ARC-Seal: i=1; d=other.example")).toBeUndefined();
    expect(cameThrough(headersOf(["To: support@acme.example"]), [])).toBeUndefined();
  });

  test("and the seal alone does not tell two mailboxes of one provider apart", () => {
    const two = [acme, { ...acme, address: "sales@acme.example" }];
    expect(cameThrough(headersOf(["ARC-Seal: i=1; d=google.com"]), two)).toBeUndefined();
  });
});
