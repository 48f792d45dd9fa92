import { domainToASCII, domainToUnicode } from "node:url";
import { addressParser } from "postal-mime";
import type { Address } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import { type Header, headerValues } from "./headers.ts";

const MAX_NAME = 255;

/** All mailboxes that the fields of one name hold; a group (RFC 6854) counts as its members. */
export function mailboxes(headers: Header[], name: string): Address[] {
  const found = headerValues(headers, name).flatMap((value) => addressParser(value, { flatten: true }));
  return found.flatMap((mailbox) =>
    mailbox.address ? [{ name: cleanLine(mailbox.name, MAX_NAME), address: withAsciiDomain(mailbox.address) }] : [],
  );
}

/**
 * RFC 5891: a domain in letters of its own has an ASCII form, which is what DNS knows and SES takes. Only a domain that
 * is already written in its one normal form is changed: what looks like another domain stays as it is, and is refused.
 */
function withAsciiDomain(address: string): string {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  if (/^\p{ASCII}*$/u.test(domain)) return address;
  const ascii = domainToASCII(domain);
  return domainToUnicode(ascii) === domain.toLowerCase() ? address.slice(0, -domain.length) + ascii : address;
}
