import { hashId } from "../ids.ts";
import { domainOf, localPartOf } from "../mail/address.ts";

/**
 * A correspondent of one agent, as the caps and the block list know them: a hash, so that no text of a stranger is part
 * of a key. What follows a `+` is left out, since it reaches the same mailbox at most providers, and one person could
 * else be a thousand correspondents.
 */
export function mailboxKey(agentId: string, address: string): string {
  const [local = ""] = localPartOf(address).split("+", 1);
  return hashId(agentId, local, domainOf(address));
}

/** All correspondents of one agent in one domain. */
export function domainKey(agentId: string, address: string): string {
  return hashId(agentId, domainOf(address));
}
