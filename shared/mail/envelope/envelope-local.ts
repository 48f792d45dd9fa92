import { localPartOf } from "../address.ts";

/**
 * RFC 5321, 4.5.3.1.1 allows 64, but forwarders and lists put whole addresses into it. A longer one has no form that
 * we know.
 */
const LONGEST = 256;

/** The part before the domain in lower case; "" if it is too long for any form of an envelope. */
export function envelopeLocal(address: string): string {
  const local = localPartOf(address);
  return local.length > LONGEST ? "" : local;
}
