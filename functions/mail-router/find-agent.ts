import { type Address, type AddressStore, isLive } from "../../shared/agents/address-store.ts";
import type { HolderStore } from "../../shared/domains/holder-store.ts";
import { domainOf, isPlainAddress } from "../../shared/mail/address.ts";

export type FindsAgents = { addresses: AddressStore; holders: Pick<HolderStore, "get">; mailDomain: string };

export type Recipient = Address & { tag: string | undefined };

/**
 * The agent of an envelope's recipient; undefined for an address that nobody has. On an owner's own domain only the owner who
 * holds it now has addresses, whatever was given out before, and may let one agent have all the others.
 */
export async function findAgent(
  recipient: string,
  receivedAt: string,
  deps: FindsAgents,
): Promise<Recipient | undefined> {
  const { addresses, holders, mailDomain } = deps;
  const domain = domainOf(recipient);
  if (domain === mailDomain.toLowerCase()) return addresses.find(recipient);
  if (!isPlainAddress(recipient)) return undefined;
  const holder = await holders.get(domain);
  if (holder === undefined || holder.lost_at !== undefined) return undefined;
  const { user_id, catch_all_agent } = holder;
  const found = await addresses.find(recipient);
  if (found?.user_id === user_id && isLive(found, receivedAt)) return found;
  if (catch_all_agent === null) return undefined;
  // Only the runner knows what type the agent is, so it decides about mails that get no answer.
  return { address: recipient.toLowerCase(), user_id, agent_id: catch_all_agent, answers: false, tag: undefined };
}
