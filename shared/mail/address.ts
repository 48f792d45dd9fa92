/** A mailbox as a header names it: the name decoded and cleaned, the address as written. */
export type Address = { name: string; address: string };

const ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LOCAL = new RegExp(`^${ATEXT}(?:\\.${ATEXT})*$`);
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/**
 * True for an address of the plain form: ASCII dot-atom, "@", host name with a dot (RFC 5321, 4.1.2; sizes 4.5.3.1).
 * A quoted local part is refused, because parsers disagree on where it ends: `"victim@bank.example x"@customer.example`
 * has gone to the bank (CVE-2025-13033). So is a domain in brackets, and one without a dot.
 */
export function isPlainAddress(address: string): boolean {
  const at = address.indexOf("@");
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  return at > 0 && local.length <= 64 && domain.length <= 253 && LOCAL.test(local) && DOMAIN.test(domain);
}

/** Local parts are in practice compared without regard to case, though RFC 5321, 2.4 lets a server tell them apart. */
export function isSameMailbox(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The domain in lower case; "" where there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1).toLowerCase();
}

/** The part before the domain, in lower case; all of it where there is no domain. */
export function localPartOf(address: string): string {
  const at = address.lastIndexOf("@");
  return (at < 0 ? address : address.slice(0, at)).toLowerCase();
}

/**
 * True when `domain` is `parent` or lies below it; both in lower case.
 * It stands for "same organisation" where a list of public suffixes would be needed to compare siblings. One direction
 * only: who holds a domain decides what lies below it, but who holds `shop.co.example` does not speak for `co.example`.
 */
export function isWithin(domain: string, parent: string): boolean {
  return parent !== "" && (domain === parent || domain.endsWith(`.${parent}`));
}
