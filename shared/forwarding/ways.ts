import { domainOf, isWithin } from "../mail/address.ts";
import { isGmailForward } from "../mail/envelope/gmail-forward.ts";
import { readEnvelope } from "../mail/envelope/read-envelope.ts";
import { type Header, headerValues } from "../mail/headers.ts";
import { newestSealer } from "./seals.ts";
import { WAY_IDS, type WayId } from "./way-ids.ts";

/** A mail as it arrived at the agent. */
export type Travelled = { envelope_from: string; headers: Header[] };

type WayRow = {
  /** As the owner knows it. */
  name: string;
  /** Where the sign is described or was seen. */
  source: string;
  isIt: (mail: Travelled) => boolean;
};

/** Domains whose mailboxes are Outlook.com's and not a Microsoft 365 tenant's. */
const OUTLOOK_COM = /@(?:outlook|hotmail|live|msn)\.[a-z.]{2,7}$/i;

/**
 * The ways by which mail comes from a mailbox to an agent, by the signs that each leaves. The first that fits is the
 * way, so the special ones stand before the general ones. The rows are checked against public mails of 2019 to 2026;
 * docs/forwarding.md lists them.
 */
export const WAYS = {
  google_group: {
    name: "Google Groups",
    source: "headers of Groups: X-Google-Group-Id, X-Original-Sender, Mailing-list",
    isIt: ({ headers }) =>
      has(headers, "x-google-group-id") ||
      headerValues(headers, "list-id").some((id) => id.toLowerCase().includes(".googlegroups.com>")) ||
      (has(headers, "x-original-sender") && has(headers, "x-beenthere")),
  },
  gmail: {
    name: "Gmail",
    source:
      "X-Forwarded-To with X-Forwarded-For; envelope user+caf_=agent=domain@; X-Gm-Original-To of Workspace routing",
    isIt: ({ headers, envelope_from }) =>
      (has(headers, "x-forwarded-to") && has(headers, "x-forwarded-for")) ||
      isGmailForward(envelope_from) ||
      has(headers, "x-gm-original-to"),
  },
  microsoft: {
    name: "Microsoft 365",
    source: "Microsoft Learn, mail flow: X-MS-Exchange-Inbox-Rules-Loop, X-MS-Exchange-ForwardingLoop; envelope +SRS=",
    isIt: ({ headers, envelope_from }) =>
      has(headers, "x-ms-exchange-inbox-rules-loop") ||
      has(headers, "x-ms-exchange-forwardingloop") ||
      /\+srs=/i.test(envelope_from) ||
      isSealedBy(headers, "microsoft.com"),
  },
  fastmail: {
    name: "Fastmail",
    source: "ARC-Seal of messagingengine.com",
    isIt: ({ headers }) => isSealedBy(headers, "messagingengine.com"),
  },
  zoho: {
    name: "Zoho Mail",
    source: "ARC-Seal of zohomail.com",
    isIt: ({ headers }) => isSealedBy(headers, "zohomail.com") || isSealedBy(headers, "zohomail.eu"),
  },
  yahoo: {
    name: "Yahoo Mail",
    source: "X-Yahoo-Forwarded: from user@ to agent@",
    isIt: ({ headers }) => has(headers, "x-yahoo-forwarded"),
  },
  icloud: {
    name: "iCloud Mail",
    source: "ARC-Seal of icloud.com, or the last server's name in Received",
    isIt: ({ headers }) =>
      isSealedBy(headers, "icloud.com") || /\bby [\w.-]{1,100}\.(?:icloud|me|mac)\.com\b/i.test(secondHop(headers)),
  },
  sieve: {
    name: "a Sieve rule (Dovecot)",
    source: "Pigeonhole, cmd-redirect.c: X-Sieve, X-Sieve-Redirected-From",
    isIt: ({ headers }) => has(headers, "x-sieve-redirected-from"),
  },
  cpanel: {
    name: "cPanel (Exim)",
    source: "X-AntiAbuse, which cPanel's Exim adds",
    isIt: ({ headers }) => has(headers, "x-antiabuse"),
  },
  srs: {
    name: "a mail server with SRS",
    source: "libsrs2, postsrsd: envelope SRS0 and SRS1",
    isIt: ({ envelope_from }) => readEnvelope(envelope_from).forwarded,
  },
  resent: {
    name: "a mail program's redirection",
    source: "RFC 5322, 3.6.6: Resent-From, Resent-To",
    isIt: ({ headers }) => has(headers, "resent-from") || has(headers, "resent-to"),
  },
  list: {
    name: "a mailing list or distribution list",
    source: "RFC 2919: List-Id",
    isIt: ({ headers }) => has(headers, "list-id"),
  },
  alias: {
    name: "an alias of the mail server",
    source: "no sign but the mailbox itself, in To or Delivered-To",
    isIt: () => true,
  },
} as const satisfies Record<WayId, WayRow>;

const ROWS = Object.entries<WayRow>(WAYS);

/** The way that a mail took to the agent. */
export function recognizeWay(mail: Travelled): WayId {
  const found = ROWS.find(([, row]) => row.isIt(mail))?.[0];
  return WAY_IDS.find((id) => id === found) ?? "alias";
}

/** The forwarder's name, as the owner of this mailbox knows it. */
export function wayName(way: WayId, mailbox: string): string {
  if (way === "microsoft" && OUTLOOK_COM.test(mailbox)) return "Outlook.com";
  return WAYS[way].name;
}

function has(headers: Header[], name: string): boolean {
  return headers.some((header) => header.name === name);
}

function isSealedBy(headers: Header[], domain: string): boolean {
  return isWithin(newestSealer(headers) ?? "", domain);
}

/** SES's own hop stands first, and the server that handed the mail to it second. */
function secondHop(headers: Header[]): string {
  return (headerValues(headers, "received")[1] ?? "").slice(0, 500);
}

/** True when a mail shows any sign that somebody passed it on, so that its forwarder may have broken its proof. */
export function mayBeForwarded({ headers, envelope_from }: Travelled, agent: string): boolean {
  if (has(headers, "arc-seal")) return true;
  if (recognizeWay({ headers, envelope_from }) !== "alias") return true;
  const named = ["to", "cc"]
    .flatMap((name) => headerValues(headers, name))
    .join(" ")
    .slice(0, 10_000);
  return !named.toLowerCase().includes(`@${domainOf(agent)}`);
}
