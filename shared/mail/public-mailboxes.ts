import { domainOf } from "./address.ts";

/** `hotmail.no` and `hotmail.com.ar`: a name followed only by a country or a general suffix. */
const NAMED = /^([a-z0-9-]{1,63})\.(?:(?:co|com|ne|net|or|org)\.)?[a-z]{2,63}$/;

/** The suffixes under which the largest providers have domains. */
const SUFFIXES = "com net de fr it es nl be se ca in ru ua by kz co.uk co.jp com.br com.ar com.mx com.au".split(" ");

/**
 * A name that the list has under this many suffixes is a mailbox provider's. No other firm is on the list four times.
 */
const MANY = 4;

type Known = (domain: string) => boolean;

/**
 * True for an address at a provider where users of the same domain are strangers to each other. The list is maintained
 * elsewhere. It has the countries of a large provider one by one, so a name that it has in several counts as that
 * provider's in every country.
 */
export async function isPublicMailbox(address: string): Promise<boolean> {
  return isPublicDomain(domainOf(address));
}

/** As `isPublicMailbox`, for a bare domain in lower case. */
export async function isPublicDomain(domain: string): Promise<boolean> {
  const isKnown = await knownDomains();
  return isKnown(domain) || servesManyCountries(domain, isKnown);
}

/** The domains that belong to one organisation, as far as the list knows. */
export async function withoutPublic(domains: string[]): Promise<string[]> {
  const found = await Promise.all(domains.map(isPublicDomain));
  return domains.filter((_, i) => !found[i]);
}

// The list is 220 KB, so it is loaded on the first lookup and not at start-up.
async function knownDomains(): Promise<Known> {
  // The package is CommonJS, and when esbuild splits it off it has only a default export.
  const { default: companies } = await import("company-email-validator");
  return (domain) => !companies.isCompanyDomain(domain);
}

function servesManyCountries(domain: string, isKnown: Known): boolean {
  const [, name] = NAMED.exec(domain) ?? [];
  return name !== undefined && SUFFIXES.filter((suffix) => isKnown(`${name}.${suffix}`)).length >= MANY;
}
