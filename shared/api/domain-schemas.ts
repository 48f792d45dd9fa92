import * as z from "zod/mini";
import { DOMAIN_STATES, FINDINGS } from "../domains/domain.ts";
import { id, mailDomain, timestamp } from "./fields.ts";

/** People copy a domain with a dot at its end, from an address, or from the browser's address line. */
const claimedDomain = z.pipe(
  z.string().check(z.maxLength(400), z.trim(), z.overwrite(withoutFrame)),
  mailDomain.check(z.regex(/^[^.]{1,63}(?:\.[^.]{1,63}){1,126}$/, "must be a domain name")),
);

function withoutFrame(text: string): string {
  // UTS 46: keyboards of East Asia write other full stops, which mean the same.
  const dotted = text.replace(/[\u3002\uff0e\uff61]/g, ".");
  const host = dotted.replace(/^https?:\/\//i, "").split(/[/?#]/, 1)[0] ?? "";
  const name = host.slice(host.lastIndexOf("@") + 1);
  return name.endsWith(".") ? name.slice(0, -1) : name;
}

export const claimDomainBody = z.strictObject({
  /** Letters of its own (IDN) are turned into the form that DNS has. */
  domain: claimedDomain,
});

export const domainParams = z.object({ domain: mailDomain });

export const patchDomainBody = z.strictObject({
  /** The agent that gets mails to addresses of the domain that no agent has. Null: nobody gets them. */
  catchAllAgent: z.nullable(id),
});

const domainRecord = z.object({
  id: z.string(),
  /** `proof` and `sending` are needed, `advised` helps replies to arrive, `receiving` is for who wants the domain's mail here. */
  purpose: z.enum(["proof", "sending", "advised", "receiving"]),
  type: z.enum(["TXT", "CNAME", "MX"]),
  name: z.string(),
  value: z.string(),
  finding: z.enum(FINDINGS),
  /** What DNS had instead, or beside it. */
  found: z.array(z.string()),
});

export const domainRow = z.object({
  domain: z.string(),
  unicode: z.string(),
  state: z.enum(DOMAIN_STATES),
  /** Replies may leave from addresses on the domain. */
  can_send: z.boolean(),
  /** All mail of the domain arrives here. */
  can_receive: z.boolean(),
  catch_all_agent: z.nullable(z.string()),
  proven_at: z.nullable(timestamp),
  /** Since when the proof of a proven domain is not found. It is suspended after three days. */
  missing_since: z.nullable(timestamp),
  checked_at: z.nullable(timestamp),
  next_check_at: timestamp,
  created_at: timestamp,
  records: z.array(domainRecord),
});
export const domainList = z.object({ domains: z.array(domainRow) });
