import { addressParser } from "postal-mime";
import type { Address } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import { type Header, headerValues } from "./headers.ts";

const MAX_NAME = 255;

/** All mailboxes that the fields of one name hold; a group (RFC 6854) counts as its members. */
export function mailboxes(headers: Header[], name: string): Address[] {
  const found = headerValues(headers, name).flatMap((value) => addressParser(value, { flatten: true }));
  return found.flatMap((mailbox) =>
    mailbox.address ? [{ name: cleanLine(mailbox.name, MAX_NAME), address: mailbox.address }] : [],
  );
}
