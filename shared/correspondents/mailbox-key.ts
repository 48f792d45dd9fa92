import { hashId } from "../ids.ts";
import { domainOf, localPartOf } from "../mail/address.ts";

/**
 * The key of one agent's correspondent in the caps and the block list. It is a hash, so that a stranger's text is
 * never part of a key. The tag after a `+` is left out, because most providers deliver it to the same mailbox, and one
 * person could otherwise count as a thousand correspondents.
 */
export function mailboxKey(agentId: string, address: string): string {
  const [local = ""] = localPartOf(address).split("+", 1);
  return hashId(agentId, local, domainOf(address));
}

/** The key of all correspondents of one agent in one domain. */
export function domainKey(agentId: string, address: string): string {
  return hashId(agentId, domainOf(address));
}
