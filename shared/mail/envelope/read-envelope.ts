import { readBatv } from "./batv.ts";
import { isGmailForward } from "./gmail-forward.ts";
import { readSrs } from "./srs.ts";

export type Envelope = {
  /** The sender without the wrapping that servers on the way added; undefined if they hid it. */
  mailbox: string | undefined;
  /** True if the mail was forwarded, which explains why the envelope is not the author's. */
  forwarded: boolean;
};

/** Forwarders can wrap forwarders, and these a signed sender. No real mail has more layers. */
const MOST_STEPS = 4;

/**
 * Reads who sent a mail first from its envelope sender. A list's own form (VERP) stays as it is, because it does not
 * wrap a person's mailbox.
 */
export function readEnvelope(address: string): Envelope {
  let mailbox = address.trim().replace(/^<(.*)>$/, "$1");
  let forwarded = false;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (isGmailForward(mailbox)) return { mailbox: undefined, forwarded: true };
    const srs = readSrs(mailbox);
    if (srs && srs.original === undefined) return { mailbox: undefined, forwarded: true };
    forwarded ||= srs !== undefined;
    const behind = srs?.original ?? readBatv(mailbox);
    if (behind === undefined) break;
    mailbox = behind;
  }
  return { mailbox, forwarded };
}
