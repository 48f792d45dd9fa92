import { domainToASCII, domainToUnicode } from "node:url";
import { addressParser } from "postal-mime";
import type { Address } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import { type Header, headerValues } from "./headers.ts";
import { plainWords } from "./mime/encoded-words.ts";

const MAX_NAME = 255;

/** An encoded word that holds what RFC 2047, 5 keeps out of it, since it could end a name. */
const ODD_WORD = /=\?[^?]{1,80}\?[bq]\?[^?]*[\s",()<>@:;\\]|=\?(?![^?\s]{1,80}\?[bq]\?[^?]*\?=)/i;

/**
 * All mailboxes that the fields of one name hold; a group (RFC 6854) counts as its members.
 * @param asSent the headers before anybody guessed at the charset of raw bytes, by which others have read the mail
 */
export function mailboxes(headers: Header[], name: string, asSent: Header[] = headers): Address[] {
  const [sent, meant] = [headerValues(asSent, name), headerValues(headers, name)];
  const named = meant.map(plainWords);
  if (sent.every((value, at) => value === meant[at] && !ODD_WORD.test(value))) return named.flatMap(mailboxesOf);
  const found = sent.flatMap(mailboxesOf);
  // Letters of a charset and illegal encoded words can look like commas and brackets. Names are not worth another address.
  const better = named.flatMap(mailboxesOf);
  return isSame(found, better) ? better : found;
}

function mailboxesOf(value: string): Address[] {
  return addressParser(value, { flatten: true }).flatMap(({ name, address }) =>
    address ? [{ name: cleanLine(name, MAX_NAME), address: withAsciiDomain(address) }] : [],
  );
}

function isSame(some: Address[], others: Address[]): boolean {
  return some.length === others.length && some.every(({ address }, at) => address === others[at]?.address);
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
