import { domainOf } from "../mail/address.ts";
import type { HolderStore } from "./holder-store.ts";

/** The stores that say whose an address is, and the one domain that needs no proof. */
export type KnowsHolders = { holders: Pick<HolderStore, "get">; mailDomain: string };

/**
 * True if replies of this owner may leave from the address: it is on the domain of the agents' addresses, or on a domain that
 * this very owner holds and SES signs for. SES itself would also let a domain's identity send for all below it.
 */
export async function maySendAs(
  { user_id, address }: { user_id: string; address: string },
  { holders, mailDomain }: KnowsHolders,
): Promise<boolean> {
  const domain = domainOf(address);
  if (domain === mailDomain) return true;
  const holder = await holders.get(domain);
  return holder?.user_id === user_id && holder.can_send && holder.lost_at === undefined;
}

/** True while this owner holds the domain, whether or not SES signs for it yet. */
export async function isHeldBy(userId: string, domain: string, holders: Pick<HolderStore, "get">): Promise<boolean> {
  const holder = await holders.get(domain);
  return holder?.user_id === userId && holder.lost_at === undefined;
}
