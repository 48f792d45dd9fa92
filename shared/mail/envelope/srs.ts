import { envelopeLocal } from "./envelope-local.ts";

/** A forwarded mail (SRS): its earlier sender, if the form contains it. */
export type Rewritten = { original: string | undefined };

/** https://www.libsrs2.net/srs/srs.pdf: hash, day and domain contain no "="; the local part at the end may. */
const SRS0 = /^srs0[-+=]([^=]+)=([^=]+)=([^=]+)=(.+)$/;
/** A second forwarder keeps the first one's text after its own name and a double separator. */
const SRS1 = /^srs1[-+=]([^=]+)=([^=]+)=[-+=]([^=]+)=([^=]+)=([^=]+)=(.+)$/;
/**
 * Exchange Online writes `mailbox+SRS=hash=day=domain=local@forwarder` or, with only the tenant's domain,
 * `bounces+SRS=hash=day@`.
 */
const EXCHANGE = /\+srs=([^=]+)=([^=]+)(?:=([^=]+)=(.+))?$/;

/**
 * Reads an envelope sender that a forwarder has rewritten to pass SPF (Sender Rewriting Scheme). The original sender
 * may be a person or a robot; forwarding says nothing about that.
 * @example `SRS0=hhh=tt=customer.example=carla@forwarder.example` was carla@customer.example
 */
export function readSrs(address: string): Rewritten | undefined {
  const local = envelopeLocal(address);
  const [, , , host0, local0] = SRS0.exec(local) ?? [];
  if (host0 !== undefined) return { original: `${local0}@${host0}` };
  const [, , , , , host1, local1] = SRS1.exec(local) ?? [];
  if (host1 !== undefined) return { original: `${local1}@${host1}` };
  const exchange = EXCHANGE.exec(local);
  if (exchange === null) return undefined;
  const [, , , host, mailbox] = exchange;
  return { original: host === undefined ? undefined : `${mailbox}@${host}` };
}
