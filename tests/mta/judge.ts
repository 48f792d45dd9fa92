import { authenticate } from "mailauth";
import type { Verdict } from "../../local/mail/verdicts.ts";
import type { Zone } from "../support/dns-stub.ts";

/** A mail as it came out of the lab's mail servers. */
export type Arrived = { from: string; to: string[]; helo: string; raw: Buffer };
export type Judged = { spf: Verdict; dkim: Verdict; dmarc: Verdict };

/** SPF, DKIM and DMARC of a mail from this machine, as a receiving server such as SES's computes them from DNS. */
export async function judge({ from, helo, raw }: Arrived, zone: Zone): Promise<Judged> {
  const found = await authenticate(raw, {
    ...{ sender: from, helo, ip: "127.0.0.1", mta: "inbound.example", disableBimi: true },
    resolver: async (name, type) => lookUp(zone, name, type),
  });
  const dkim = found.dkim.results.map(({ status }) => status.result).filter((result) => result !== "none");
  return {
    spf: verdictOf(found.spf === false ? "none" : found.spf.status.result),
    dkim: verdictOf(dkim.includes("pass") ? "pass" : (dkim[0] ?? "none")),
    dmarc: verdictOf(found.dmarc === false ? "none" : found.dmarc.status.result),
  };
}

/** @throws an error as Node's resolver does for a name that is not there */
function lookUp(zone: Zone, name: string, type: string): string[][] {
  const records = zone[`${name.toLowerCase()} ${type}`];
  if (records === undefined) throw Object.assign(new Error(`${name} has no ${type}`), { code: "ENOTFOUND" });
  return records.map((record) => [record]);
}

function verdictOf(result: string): Verdict {
  if (result === "pass") return "PASS";
  return result === "none" || result === "neutral" ? "GRAY" : "FAIL";
}
