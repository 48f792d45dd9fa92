/** A mailbox from a header: the name is decoded and cleaned, the address is as written. */
export type Address = { name: string; address: string };

const ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LOCAL = new RegExp(`^${ATEXT}(?:\\.${ATEXT})*$`);
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/**
 * True for an address of the plain form: an ASCII dot-atom, "@", and a host name with a dot (RFC 5321, 4.1.2; sizes
 * 4.5.3.1).
 * A quoted local part is refused, because parsers disagree on where it ends: mail to `"victim@bank.example
 * x"@customer.example` has gone to the bank (CVE-2025-13033). A domain in brackets and a domain without a dot are
 * refused too.
 */
export function isPlainAddress(address: string): boolean {
  const at = address.indexOf("@");
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  return at > 0 && local.length <= 64 && domain.length <= 253 && LOCAL.test(local) && DOMAIN.test(domain);
}

/** Ignores case. RFC 5321, 2.4 lets a server tell local parts apart by case, but in practice none does. */
export function isSameMailbox(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The domain in lower case; "" where there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1).toLowerCase();
}

/** The part before the domain, in lower case; the whole address if it has no domain. */
export function localPartOf(address: string): string {
  const at = address.lastIndexOf("@");
  return (at < 0 ? address : address.slice(0, at)).toLowerCase();
}

/**
 * True when `domain` is `parent` or a subdomain of it; both are in lower case.
 * It stands in for "same organisation", because comparing siblings would need a list of public suffixes. It works in
 * one direction only: the holder of a domain controls its subdomains, but the holder of `shop.co.example` does not
 * speak for `co.example`.
 */
export function isWithin(domain: string, parent: string): boolean {
  return parent !== "" && (domain === parent || domain.endsWith(`.${parent}`));
}
