import { isSameMailbox } from "../mail/address.ts";
import { namedRecipients } from "../mail/addressed.ts";
import { type Header, headerValues } from "../mail/headers.ts";
import { mailboxes } from "../mail/mailboxes.ts";
import type { Connected } from "./connected.ts";
import { newestSealer } from "./seals.ts";

/** Fields in which forwarders name the mailbox that they forward from. */
const FORWARDED_FROM = [
  "x-forwarded-for",
  "x-original-to",
  "delivered-to",
  "x-gm-original-to",
  "resent-from",
  "resent-sender",
  "x-sieve-redirected-from",
  "x-ms-exchange-inbox-rules-loop",
  "x-yahoo-forwarded",
  "x-beenthere",
  "envelope-to",
];
const MOST_FIELDS = 20;

/**
 * The owner's mailbox that a mail came through, by what the mail says of its way. A stranger can write the same, so this
 * proves nothing: it chooses words and the address in Reply-To, and never makes a sender proven.
 */
export function cameThrough(headers: Header[], connected: Connected[]): Connected | undefined {
  if (connected.length === 0) return undefined;
  const fields = FORWARDED_FROM.flatMap((name) => headerValues(headers, name).slice(0, MOST_FIELDS));
  const words = new Set(
    fields.flatMap((value) =>
      value
        .slice(0, 1_000)
        .toLowerCase()
        .split(/[\s,;<>()"]+/),
    ),
  );
  const byTrace = connected.find(({ address }) => words.has(address.toLowerCase()));
  if (byTrace !== undefined) return byTrace;
  const named = [...namedRecipients({ headers }), ...mailboxes(headers, "resent-to")];
  const byName = connected.find(({ address }) => named.some((one) => isSameMailbox(one.address, address)));
  // Customers who were written to in Bcc name nobody. A single mailbox with a seal of its own is recognized by that.
  return byName ?? bySeal(headers, connected);
}

function bySeal(headers: Header[], connected: Connected[]): Connected | undefined {
  const sealer = newestSealer(headers);
  const sealed = sealer === undefined ? [] : connected.filter((one) => one.sealer === sealer);
  return sealed.length === 1 ? sealed[0] : undefined;
}
