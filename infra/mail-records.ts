import type { DnsRecord } from "./dns-records.ts";

/** The subdomain of the replies' envelope sender (custom MAIL FROM). With it, SPF passes for a domain of ours. */
export function bounceDomain(mailDomain: string): string {
  return `bounce.${mailDomain}`;
}

/**
 * The records of the agents' domain that are known before the deployment. SES chooses the DKIM records when it creates
 * the identity.
 */
export function mailRecords(mailDomain: string, region: string): DnsRecord[] {
  const bounce = bounceDomain(mailDomain);
  return [
    { id: "Inbound", type: "MX", name: mailDomain, value: `10 inbound-smtp.${region}.amazonaws.com` },
    { id: "BounceMx", type: "MX", name: bounce, value: `10 feedback-smtp.${region}.amazonses.com` },
    { id: "BounceSpf", type: "TXT", name: bounce, value: '"v=spf1 include:amazonses.com ~all"' },
    { id: "Dmarc", type: "TXT", name: `_dmarc.${mailDomain}`, value: '"v=DMARC1; p=quarantine"' },
  ];
}
