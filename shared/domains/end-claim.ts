import type { DomainRow } from "./domain.ts";
import type { DomainStore } from "./domain-store.ts";
import type { HolderStore } from "./holder-store.ts";
import type { Identities } from "./late-identities.ts";

export type EndsClaims = { holders: HolderStore; identities: Identities };

/**
 * Takes away what a claim has made, and leaves its row. The identity goes first, while the domain still belongs to the
 * claim: afterwards another owner may hold it and have an identity of that name. May be repeated.
 */
export async function endClaim(
  claim: Pick<DomainRow, "domain" | "claim_id">,
  { holders, identities }: EndsClaims,
): Promise<void> {
  await identities.remove(claim);
  await holders.release(claim);
}

/** Removes a claim whose row is marked. What a crash leaves is done again by the checks, which find the row. */
export async function removeClaim(row: DomainRow, deps: EndsClaims & { domains: DomainStore }): Promise<void> {
  await endClaim(row, deps);
  await deps.domains.remove(row);
}
