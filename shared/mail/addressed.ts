import type { Address } from "./address.ts";
import type { KnownFacts } from "./facts.ts";
import { mailboxes } from "./mailboxes.ts";
import { isAddressOf } from "./tag.ts";

type Addressed = Pick<KnownFacts, "headers" | "agent">;

/** The recipients that a mail names in To and Cc. */
export function namedRecipients({ headers }: Pick<KnownFacts, "headers">): Address[] {
  return ["to", "cc"].flatMap((name) => mailboxes(headers, name));
}

/** True when To or Cc names the agent, with or without a tag. */
export function namesAgent(mail: Addressed): boolean {
  return namedRecipients(mail).some(({ address }) => isAddressOf(address, mail.agent));
}
