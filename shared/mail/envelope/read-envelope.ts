import { behindBatv } from "./batv.ts";
import { isGmailForward } from "./gmail-forward.ts";
import { readSrs } from "./srs.ts";

export type Envelope = {
  /** The sender without what servers on the way have put around it; undefined where they have hidden it. */
  mailbox: string | undefined;
  /** Somebody passed the mail on: its envelope is not the author's for that reason. */
  forwarded: boolean;
};

/** Forwarders behind forwarders, and a signed sender behind those; nobody's mail takes more steps. */
const MOST_STEPS = 4;

/**
 * What an envelope sender says of who sent a mail first. A list's own form (VERP) stays as it is: it is no wrapping of a
 * person's mailbox.
 */
export function readEnvelope(address: string): Envelope {
  let mailbox = address.trim().replace(/^<(.*)>$/, "$1");
  let forwarded = false;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (isGmailForward(mailbox)) return { mailbox: undefined, forwarded: true };
    const srs = readSrs(mailbox);
    if (srs && srs.original === undefined) return { mailbox: undefined, forwarded: true };
    forwarded ||= srs !== undefined;
    const behind = srs?.original ?? behindBatv(mailbox);
    if (behind === undefined) break;
    mailbox = behind;
  }
  return { mailbox, forwarded };
}
