import type { DnsRecord } from "./dns-records.ts";

/** Replies' envelope sender, so that SPF passes for a domain of ours (custom MAIL FROM). */
export function bounceDomain(mailDomain: string): string {
  return `bounce.${mailDomain}`;
}

/** The records of the agents' domain that are known beforehand; SES chooses those of DKIM when it makes the identity. */
export function mailRecords(mailDomain: string, region: string): DnsRecord[] {
  const bounce = bounceDomain(mailDomain);
  return [
    { id: "Inbound", type: "MX", name: mailDomain, value: `10 inbound-smtp.${region}.amazonaws.com` },
    { id: "BounceMx", type: "MX", name: bounce, value: `10 feedback-smtp.${region}.amazonses.com` },
    { id: "BounceSpf", type: "TXT", name: bounce, value: '"v=spf1 include:amazonses.com ~all"' },
    { id: "Dmarc", type: "TXT", name: `_dmarc.${mailDomain}`, value: '"v=DMARC1; p=quarantine"' },
  ];
}
