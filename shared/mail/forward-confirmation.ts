import { isSameMailbox } from "./address.ts";
import type { KnownFacts } from "./facts.ts";

/** Who asks, by mail to the new address, whether mail may be forwarded there: https://support.google.com/mail/answer/10957 */
const ASKERS = ["forwarding-noreply@google.com"];

/**
 * True where a mail service asks whether its user's mail may be forwarded to the agent. No reply is read there, but the owner needs
 * the code or the link in it: without them no mail of theirs ever comes.
 */
export function isForwardConfirmation({ author }: KnownFacts): boolean {
  return author !== undefined && ASKERS.some((asker) => isSameMailbox(asker, author.address));
}
