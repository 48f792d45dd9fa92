import { localPartOf } from "../address.ts";

/** RFC 5321, 4.5.3.1.1 allows 64; forwarders and lists write whole addresses into it. What is longer has no form that we know. */
const LONGEST = 256;

/** The part before the domain in lower case; "" where it is too long to be any form of an envelope. */
export function envelopeLocal(address: string): string {
  const local = localPartOf(address);
  return local.length > LONGEST ? "" : local;
}
