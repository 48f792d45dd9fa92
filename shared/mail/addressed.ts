import type { Address } from "./address.ts";
import type { KnownFacts } from "./facts.ts";
import { mailboxes } from "./mailboxes.ts";
import { isMailboxOf } from "./tag.ts";

type Addressed = Pick<KnownFacts, "headers" | "agent">;

/** The recipients that a mail names in To and Cc. */
export function readers({ headers }: Pick<KnownFacts, "headers">): Address[] {
  return ["to", "cc"].flatMap((name) => mailboxes(headers, name));
}

/** True when To or Cc names the agent, with or without a tag. */
export function isAddressed(mail: Addressed): boolean {
  return readers(mail).some(({ address }) => isMailboxOf(address, mail.agent.address));
}
