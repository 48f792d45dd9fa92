import { envelopeLocal } from "./envelope-local.ts";

/**
 * True for the envelope sender of a mail that a Gmail user's own rule forwards: `user+caf_=agent=domain@gmail.com`. It
 * contains the recipient as a list's envelope does, but the mail does not come from a list: anybody may have written
 * it to that user.
 */
export function isGmailForward(address: string): boolean {
  return envelopeLocal(address).includes("+caf_=");
}
