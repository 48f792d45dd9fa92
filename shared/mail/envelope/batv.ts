import { domainOf } from "../address.ts";
import { envelopeLocal } from "./envelope-local.ts";

/**
 * Returns the mailbox behind an envelope sender that its server has signed, so that the server can tell real bounces
 * from forged ones (BATV, draft-levine-smtp-batv). The mailbox is the sender's own: people's mail through Proofpoint,
 * Barracuda or Exim looks like this.
 * @example `prvs=0123abcdef=carla@customer.example` is carla@customer.example
 */
export function readBatv(address: string): string | undefined {
  const local = envelopeLocal(address);
  // The tag comes first or, in an older draft and in Exim, after a slash. Barracuda doubles the "=".
  const [, tagged] = /^(?:ms)?prvs\d?=[0-9a-z]{4,16}=([^=].*)$/.exec(local) ?? [];
  const [, slashed] = /^prvs=([^=/]+)\/[0-9a-z]{4,16}$/.exec(local) ?? [];
  const [, barracuda] = /^btv1==[0-9a-z]{4,16}==([^=].*)$/.exec(local) ?? [];
  const mailbox = tagged ?? slashed ?? barracuda;
  return mailbox === undefined ? undefined : `${mailbox}@${domainOf(address)}`;
}
