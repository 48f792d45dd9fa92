import { isWithin } from "../mail/address.ts";
import { isPublicDomain } from "../mail/public-mailboxes.ts";

/** Why nobody can claim a domain, in words for the person who asked. */
export const NOT_CLAIMABLE = {
  platform: "This domain belongs to Latchkey itself.",
  reserved: "The team that runs this Latchkey uses this domain itself.",
  public_suffix:
    "This is an ending that many owners share, such as co.uk. Give the whole domain, such as bakery.co.uk.",
  mail_provider: "Anybody can get an address there, so it cannot be one owner's domain.",
  special: "Names with this ending are not in public DNS.",
} as const;
export type NotClaimable = keyof typeof NOT_CLAIMABLE;

/**
 * Endings that public DNS never answers for (RFC 6761, 6762, 7686, 9476, ICANN's `internal`), and the names of reverse look-ups.
 * `example` and `test` are left out: one machine and tests use them, and elsewhere nobody can prove them.
 */
const SPECIAL = ["arpa", "localhost", "local", "onion", "alt", "internal", "invalid"];

export type Reserved = {
  /** The domain of the agents' addresses. */
  mailDomain: string;
  /** Further domains of the team's. */
  others: readonly string[];
};

/**
 * Why nobody may claim `domain`, which is in lower case and ASCII. A domain below or above the platform's own is refused
 * too: SES lets the identity of a domain send for all below it.
 */
export async function notClaimable(
  domain: string,
  { mailDomain, others }: Reserved,
): Promise<NotClaimable | undefined> {
  if (isRelated(domain, mailDomain)) return "platform";
  if (others.some((other) => isRelated(domain, other))) return "reserved";
  if (SPECIAL.some((ending) => isWithin(domain, ending))) return "special";
  // The list of public suffixes is 120 KB, and only a new claim needs it.
  const { parse } = await import("tldts");
  if (parse(domain, { allowPrivateDomains: true }).domain === null) return "public_suffix";
  return (await isPublicDomain(domain)) ? "mail_provider" : undefined;
}

function isRelated(domain: string, own: string): boolean {
  return isWithin(domain, own) || isWithin(own, domain);
}
