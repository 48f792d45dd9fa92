import { domainOf } from "../address.ts";
import { envelopeLocal } from "./envelope-local.ts";

/**
 * The mailbox behind an envelope sender that its server has signed, so that forged bounces are told from true ones (BATV,
 * draft-levine-smtp-batv). It is the sender's own mailbox: a person's mail through Proofpoint, Barracuda or Exim looks so.
 * @example `prvs=0123abcdef=carla@customer.example` is carla@customer.example
 */
export function behindBatv(address: string): string | undefined {
  const local = envelopeLocal(address);
  // The tag stands first, or, as an older draft and Exim have it, after a slash; Barracuda doubles the "=".
  const [, tagged] = /^(?:ms)?prvs\d?=[0-9a-z]{4,16}=([^=].*)$/.exec(local) ?? [];
  const [, slashed] = /^prvs=([^=/]+)\/[0-9a-z]{4,16}$/.exec(local) ?? [];
  const [, barracuda] = /^btv1==[0-9a-z]{4,16}==([^=].*)$/.exec(local) ?? [];
  const mailbox = tagged ?? slashed ?? barracuda;
  return mailbox === undefined ? undefined : `${mailbox}@${domainOf(address)}`;
}
