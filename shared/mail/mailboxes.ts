import { domainToASCII, domainToUnicode } from "node:url";
import { addressParser } from "postal-mime";
import type { Address } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import { type Header, headerValues } from "./headers.ts";
import { plainWords } from "./mime/encoded-words.ts";

const MAX_NAME = 255;

/** An encoded word with characters that RFC 2047, 5 forbids in it because they could end a name. */
const ODD_WORD = /=\?[^?]{1,80}\?[bq]\?[^?]*[\s",()<>@:;\\]|=\?(?![^?\s]{1,80}\?[bq]\?[^?]*\?=)/i;

/**
 * Returns all mailboxes in the fields with this name; the members of a group (RFC 6854) count.
 * @param asSent the headers before anyone guessed the charset of raw bytes, as other programs read them
 */
export function mailboxes(headers: Header[], name: string, asSent: Header[] = headers): Address[] {
  const [sent, meant] = [headerValues(asSent, name), headerValues(headers, name)];
  const named = meant.map(plainWords);
  if (sent.every((value, at) => value === meant[at] && !ODD_WORD.test(value))) return named.flatMap(mailboxesOf);
  const found = sent.flatMap(mailboxesOf);
  // Letters in some charsets and illegal encoded words can look like commas and brackets. A better name is not worth
  // the risk of another address.
  const better = named.flatMap(mailboxesOf);
  return haveSameAddresses(found, better) ? better : found;
}

function mailboxesOf(value: string): Address[] {
  return addressParser(value, { flatten: true }).flatMap(({ name, address }) =>
    address ? [{ name: cleanLine(name, MAX_NAME), address: withAsciiDomain(address) }] : [],
  );
}

function haveSameAddresses(some: Address[], others: Address[]): boolean {
  return some.length === others.length && some.every(({ address }, at) => address === others[at]?.address);
}

/**
 * RFC 5891: an internationalized domain has an ASCII form, which DNS and SES use. Only a domain in its one normal form
 * is converted. A look-alike of another domain stays as it is and is refused later.
 */
function withAsciiDomain(address: string): string {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  if (/^\p{ASCII}*$/u.test(domain)) return address;
  const ascii = domainToASCII(domain);
  return domainToUnicode(ascii) === domain.toLowerCase() ? address.slice(0, -domain.length) + ascii : address;
}
