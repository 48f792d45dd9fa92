import type { Resolver } from "node:dns/promises";
import type { DnsRecord } from "../dns-records.ts";
import { type Finding, ok, todo } from "./finding.ts";

export type Dns = Pick<Resolver, "resolveMx" | "resolveTxt" | "resolveCname" | "resolve4">;

/** Looks a record up in public DNS, and says what to set if it is missing or different. */
export async function checkRecord(dns: Dns, record: DnsRecord): Promise<Finding> {
  const found = await answersOf(dns, record);
  const line = `${record.name} ${record.type} ${record.value}`;
  if (found.some((value) => isEnough(record, value))) return ok(`DNS: ${line}`);
  const now = found.length === 0 ? "" : `; now it says ${found.join(", ")}`;
  return todo(`Set this DNS record: ${line}${now}`);
}

async function answersOf(dns: Dns, { name, type }: DnsRecord): Promise<string[]> {
  switch (type) {
    case "MX":
      return (await answers(dns.resolveMx(name))).map(({ priority, exchange }) => `${priority} ${exchange}`);
    case "TXT":
      return (await answers(dns.resolveTxt(name))).map((parts) => `"${parts.join("")}"`);
    case "CNAME":
      return answers(dns.resolveCname(name));
  }
}

/** Returns no values for a missing name or record. Throws if a name server fails. */
async function answers<T>(asked: Promise<T[]>): Promise<T[]> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOTFOUND" || error.code === "ENODATA"))
      return [];
    throw error;
  }
}

/** A team may use a stricter DMARC policy, another MX priority, or a longer SPF record than ours. */
function isEnough({ type, value }: DnsRecord, found: string): boolean {
  if (type === "MX") return hostOf(found) === hostOf(value);
  if (type === "CNAME") return lower(found) === lower(value);
  if (value.startsWith('"v=DMARC1')) return /^"v=DMARC1\s*;.*\bp=/i.test(found);
  return /^"v=spf1 /i.test(found) && found.includes("include:amazonses.com");
}

function hostOf(mx: string): string {
  return lower(mx.split(" ").at(-1) ?? "");
}

function lower(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}

/** A name with an ALIAS to CloudFront has no CNAME record, but it has addresses. */
export async function checkWebName(dns: Dns, record: DnsRecord): Promise<Finding> {
  const byName = await checkRecord(dns, record);
  if (byName.level === "ok" || (await answers(dns.resolve4(record.name))).length === 0) return byName;
  return ok(`DNS: ${record.name} has an address`);
}
