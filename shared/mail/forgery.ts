import { mayBeForwarded } from "../forwarding/ways.ts";
import type { KnownFacts } from "./facts.ts";
import { isProven } from "./proven-sender.ts";

/**
 * True where DMARC failed and no forwarder of the owner's explains it. A forwarder that changes a mail breaks its proof:
 * what came through the owner's mailbox is held, never answered. While only the headers were read, nobody knows yet
 * which mailboxes the owner has.
 */
export function isForgery(mail: KnownFacts): boolean {
  if (mail.verdicts.dmarc !== "FAIL" || mail.through !== undefined || isProven(mail)) return false;
  return !isForgeryOrForwarded(mail);
}

/** True where only the headers were read, and they leave open whether a forger or the owner's forwarder sent the mail. */
export function isForgeryOrForwarded(mail: KnownFacts): boolean {
  return mail.part_types === null && mail.verdicts.dmarc === "FAIL" && mayBeForwarded(mail, mail.agent.address);
}
