import { envelopeLocal } from "./envelope-local.ts";

/**
 * True for the envelope sender that Gmail gives a mail which a user's own rule passes on: `user+caf_=agent=domain@gmail.com`.
 * It holds the recipient as a list's does, and is none: behind it stands whoever wrote to that user.
 */
export function isGmailForward(address: string): boolean {
  return envelopeLocal(address).includes("+caf_=");
}
