import { isSameMailbox } from "./address.ts";
import type { KnownFacts } from "./facts.ts";

/**
 * The senders that ask a new address whether mail may be forwarded to it: https://support.google.com/mail/answer/10957
 */
const ASKERS = ["forwarding-noreply@google.com"];

/**
 * True when a mail service asks whether its user's mail may be forwarded to the agent. Nobody reads a reply there, but
 * the owner needs the code or the link in the mail: without it their mail never arrives.
 */
export function isForwardConfirmation({ author }: KnownFacts): boolean {
  return author !== undefined && ASKERS.some((asker) => isSameMailbox(asker, author.address));
}
