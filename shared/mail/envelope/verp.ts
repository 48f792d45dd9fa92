import { domainOf, localPartOf } from "../address.ts";
import { envelopeLocal } from "./envelope-local.ts";

/**
 * Envelope senders that contain the recipient, so that a bounce tells who it is about (VERP). Lists and mail services
 * write them:
 * - `list-return-7-agent=domain@` (ezmlm), `list+bounces-7-agent=domain@` (mlmmj), `list-bounces+agent=domain@`
 * (Mailman)
 * - `bounce+agent==a==domain==list@` (Sympa), `owner-list*agent**domain@` (LISTSERV)
 * - `bounces+123-ab-agent=domain@` (SendGrid and other services, which people's mails use too)
 */
const FORMS = [
  (local: string, domain: string) => `${local}=${domain}`,
  (local: string, domain: string) => `${local}==a==${domain}`,
  (local: string, domain: string) => `${local}==${domain}`,
  (local: string, domain: string) => `${local}**${domain}`,
];
const SEPARATORS = "-+*._=";

/** True when the envelope sender contains `recipient`, with or without its tag. */
export function encodesRecipient(envelope: string, recipient: string): boolean {
  const local = envelopeLocal(envelope);
  const [mailbox = "", domain = ""] = [localPartOf(recipient), domainOf(recipient)];
  const [bare = ""] = mailbox.split("+", 1);
  return (
    FORMS.some((form) => containsEncoded(local, form(mailbox, domain))) ||
    (bare !== mailbox && containsEncoded(local, `${bare}=${domain}`))
  );
}

/** A separator must come before it, so that it is not the end of a longer name. */
function containsEncoded(local: string, encoded: string): boolean {
  const at = local.indexOf(encoded);
  return at > 0 && SEPARATORS.includes(local.charAt(at - 1));
}

/**
 * True when the envelope sender contains any recipient. The caller must know that it has no BATV, SRS or Gmail form.
 */
export function isVerp(envelope: string): boolean {
  const local = envelopeLocal(envelope);
  const at = local.search(/==?(?:a==)?[a-z0-9-]+\.[a-z]|\*\*[a-z0-9-]+\.[a-z]/);
  return at > 0 && /[-+*._][^-+*._]+$/.test(local.slice(Math.max(0, at - 70), at));
}

/**
 * Returns the list behind an envelope sender, by the names that list managers give it; undefined if there is none.
 * @example "cats" for `cats-bounces@`, `cats+bounces-7@`, `cats-return-7-x=y@`, `owner-cats@`, `cats-owner@`
 */
export function readListName(envelope: string): string | undefined {
  const local = envelopeLocal(envelope);
  const [, owned] = /^(?:owner|bounces?)-([^*=+]+)/.exec(local) ?? [];
  const [, named] =
    /^([^*=+]+?)[-+](?:bounces?|return|owner|errors|admin|request|outgoing)(?:[-+].*)?$/.exec(local) ?? [];
  return owned ?? named;
}
