import { domainOf } from "./address.ts";

/** `hotmail.no` and `hotmail.com.ar`: a name, and below it nothing but a country or a general suffix. */
const NAMED = /^([a-z0-9-]{1,63})\.(?:(?:co|com|ne|net|or|org)\.)?[a-z]{2,63}$/;

/** Where the largest providers have their domains. */
const SUFFIXES = "com net de fr it es nl be se ca in ru ua by kz co.uk co.jp com.br com.ar com.mx com.au".split(" ");

/** A name that the list knows under so many of these is a provider's: no other firm stands on it four times. */
const MANY = 4;

type Known = (domain: string) => boolean;

/**
 * True for an address at a provider where neighbours in the domain are strangers. The list is kept by others; it knows
 * the countries of a large provider one by one, so a name that it knows in several is that provider's in every country.
 */
export async function isPublicMailbox(address: string): Promise<boolean> {
  return isPublicDomain(domainOf(address));
}

/** As `isPublicMailbox`, for a bare domain in lower case. */
export async function isPublicDomain(domain: string): Promise<boolean> {
  const isKnown = await knownDomains();
  return isKnown(domain) || servesManyCountries(domain, isKnown);
}

/** Those of the domains that are one organisation's, as far as the list knows. */
export async function withoutPublic(domains: string[]): Promise<string[]> {
  const found = await Promise.all(domains.map(isPublicDomain));
  return domains.filter((_, i) => !found[i]);
}

// 220 KB that a function loads when it first asks, and not when it starts.
async function knownDomains(): Promise<Known> {
  // By default: a CommonJS package that esbuild splits off has no other export.
  const { default: companies } = await import("company-email-validator");
  return (domain) => !companies.isCompanyDomain(domain);
}

function servesManyCountries(domain: string, isKnown: Known): boolean {
  const [, name] = NAMED.exec(domain) ?? [];
  return name !== undefined && SUFFIXES.filter((suffix) => isKnown(`${name}.${suffix}`)).length >= MANY;
}
