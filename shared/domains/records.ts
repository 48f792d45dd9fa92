import type { DomainRow, SeenRecord } from "./domain.ts";

/**
 * What a record is for. `proof`: whose domain it is. `sending`: needed before replies leave from it. `advised`: helps them
 * arrive. `receiving`: only for an owner who wants the domain's mail here.
 */
type Purpose = "proof" | "sending" | "advised" | "receiving";

export type WantedRecord = { id: string; purpose: Purpose; type: "TXT" | "CNAME" | "MX"; name: string; value: string };

const PROOF_LABEL = "_latchkey";
const PROOF_KEY = "latchkey-verification";

/** The subdomain of the envelope sender, so that SPF passes for the owner's own domain (custom MAIL FROM). */
export function bounceNameOf(domain: string): string {
  return `latchkey-bounce.${domain}`;
}

function proofRecord({ domain, token }: Pick<DomainRow, "domain" | "token">): WantedRecord {
  const name = `${PROOF_LABEL}.${domain}`;
  return { id: "proof", purpose: "proof", type: "TXT", name, value: `${PROOF_KEY}=${token}` };
}

/**
 * The records that an owner sets, in the order in which they are shown. Those of DKIM are known once SES has an identity for
 * the domain. Values are as a DNS provider's form takes them: no quotes, and no dot at the end.
 */
export function recordsOf(row: DomainRow, region: string, receives: boolean): WantedRecord[] {
  const { domain, dkim_tokens } = row;
  const bounce = bounceNameOf(domain);
  return [
    proofRecord(row),
    ...dkim_tokens.map((token, at): WantedRecord => {
      const value = `${token}.dkim.amazonses.com`;
      return { id: `dkim${at + 1}`, purpose: "sending", type: "CNAME", name: `${token}._domainkey.${domain}`, value };
    }),
    // A stricter policy could stop the owner's other mail, so the advice is the policy that only asks for reports.
    { id: "dmarc", purpose: "advised", type: "TXT", name: `_dmarc.${domain}`, value: "v=DMARC1; p=none" },
    {
      id: "bounce_mx",
      purpose: "advised",
      type: "MX",
      name: bounce,
      value: `10 feedback-smtp.${region}.amazonses.com`,
    },
    { id: "bounce_spf", purpose: "advised", type: "TXT", name: bounce, value: "v=spf1 include:amazonses.com ~all" },
    ...(receives ? [mxRecord(domain, region)] : []),
  ];
}

function mxRecord(domain: string, region: string): WantedRecord {
  return { id: "mx", purpose: "receiving", type: "MX", name: domain, value: `10 inbound-smtp.${region}.amazonaws.com` };
}

/** Each record with what the last check found. */
export function shownRecords(row: DomainRow, region: string, receives: boolean) {
  const seen = new Map<string, SeenRecord>(row.seen.map((record) => [record.id, record]));
  return recordsOf(row, region, receives).map((record) => {
    const { finding = "unchecked" as const, found = [] } = seen.get(record.id) ?? {};
    return { ...record, finding, found };
  });
}
