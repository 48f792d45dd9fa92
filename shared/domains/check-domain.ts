import { log } from "../log.ts";
import type { AskDns } from "./dns.ts";
import type { DomainRow, Finding, SeenRecord } from "./domain.ts";
import type { DomainStore } from "./domain-store.ts";
import { type EndsClaims, endClaim } from "./end-claim.ts";
import { judge } from "./judge.ts";
import { isExpired, nextCheck } from "./next-check.ts";
import { afterLook, isEnough } from "./proof.ts";
import { recordsOf } from "./records.ts";
import { type TellsOwners, tellChange } from "./tell-change.ts";

export type Checks = EndsClaims &
  TellsOwners & {
    domains: DomainStore;
    askDns: AskDns;
    /** Where SES is, as its records name it. */
    region: string;
    /** The stack's receipt rules take mail for owners' domains. */
    receives: boolean;
    now: () => Date;
  };

/**
 * Looks at one claim: what DNS says, whose domain it is, and what SES says. Each step may be repeated, so a crash anywhere is
 * made good by the next check.
 * @returns the row afterwards; undefined when its owner removed it meanwhile
 */
export async function checkDomain(row: DomainRow, deps: Checks): Promise<DomainRow | undefined> {
  const now = deps.now();
  const seen = await look(row, deps);
  const proof = afterLook(row, findingOf(seen, "proof"), now);
  const held = await settleHolder({ ...row, ...proof, seen }, deps, now);
  const signed = await settleSigning(held, deps, now);
  const can_receive = signed.state === "proven" && findingOf(seen, "mx") === "found";
  const checked = { ...signed, can_receive, checks: row.checks + 1, checked_at: now.toISOString() };
  const next = { ...checked, next_check_at: nextCheck(checked, now) };
  // Whether replies may leave comes first. A notice is sent once, however often it is queued.
  await deps.holders.update(next, now);
  await tellChange(row, next, deps);
  if (await deps.domains.save(next)) return next;
  await endClaim(next, deps);
  return undefined;
}

async function look(row: DomainRow, { askDns, region, receives }: Checks): Promise<SeenRecord[]> {
  const records = recordsOf(row, region, receives);
  return Promise.all(records.map(async (record) => judge(record, await askDns(record))));
}

function findingOf(seen: SeenRecord[], id: string): Finding {
  return seen.find((record) => record.id === id)?.finding ?? "unchecked";
}

/** Gives the domain to the claim when its proof is enough, and nobody else who has proved it still holds it. */
async function settleHolder(row: DomainRow, deps: Checks, now: Date): Promise<DomainRow> {
  const { state } = row;
  if (!isEnough(row)) {
    if (state === "proven" || state === "lost") return row;
    if (row.sightings > 0) return { ...row, state: "pending" };
    return { ...row, state: isExpired(row, now) ? "expired" : "pending" };
  }
  const holder = await deps.holders.get(row.domain);
  if (holder?.claim_id === row.claim_id && holder.lost_at === undefined) return proven(row, now);
  const isFree =
    holder === undefined ||
    holder.claim_id === row.claim_id ||
    holder.lost_at !== undefined ||
    // A crash, or an account that ended in the middle of a check, may have left a holder without a claim.
    (await deps.domains.get(holder.user_id, row.domain))?.claim_id !== holder.claim_id;
  const taken = isFree && (await deps.holders.take(row, holder, now));
  if (!taken) return { ...row, state: "taken", can_send: false };
  log("domain_proven", { user_id: row.user_id, claim_id: row.claim_id });
  return proven(row, now);
}

function proven(row: DomainRow, now: Date): DomainRow {
  const { state, proven_at = now.toISOString() } = row;
  return { ...row, state: "proven", proven_at: state === "lost" ? now.toISOString() : proven_at };
}

/** Asks SES about the domain's signature. SES has no identity before the domain is proven: identities are limited. */
async function settleSigning(row: DomainRow, { identities }: Checks, now: Date): Promise<DomainRow> {
  if (row.state !== "proven") return { ...row, can_send: false };
  const found = await identities.ensure(row);
  if (found === "elsewhere") return { ...row, state: "elsewhere", dkim_tokens: [], signing: "none", can_send: false };
  // SES gave up before the records were there. They are now.
  const isStale = found.signing === "failed" && hasDkim({ ...row, ...found });
  const identity = isStale ? await identities.restart(row) : found;
  if (identity === "elsewhere") return { ...row, state: "elsewhere", can_send: false };
  const signing_since = row.signing_since ?? now.toISOString();
  return { ...row, ...identity, signing_since, can_send: identity.signing === "verified" };
}

function hasDkim({ seen, dkim_tokens }: DomainRow): boolean {
  return dkim_tokens.length > 0 && dkim_tokens.every((_, at) => findingOf(seen, `dkim${at + 1}`) === "found");
}
