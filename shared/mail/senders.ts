import { domainOf, isWithin, localPartOf } from "./address.ts";
import { readEnvelope } from "./envelope/read-envelope.ts";
import type { KnownFacts } from "./facts.ts";
import { isForeignReplyTo } from "./reply-to.ts";
import { isNoReplyName } from "./robots/no-reply.ts";
import { hasWeakSign } from "./weak-signs.ts";

/** Senders that are not people. Each exported function is one rule of rules.ts. */

const ROBOT_SYSTEM = /^(?:mail(?:er)?[-_.]?daemon|mdaemon|listserv|majordomo|listproc)/;
// Matches whole words, because norep.lyons@ and sarah.bounce@ are people. A bounce address continues with a code:
// bounces+x4-a@.
const MAIL_SYSTEM = /^(?:postmaster|post[-_.]master|bounces?(?:[+=-].*)?)$/;
/** The names of lists' addresses for commands and bounces. A firm's role mailboxes have such names too. */
const LIST_NAME = /^owner-|-request$/;
/** A subdomain, since ml.com is a bank, or a service that hosts only lists. */
const LIST_HOST =
  /(?:^|\.)(?:(?:lists?|listserv|mailman|sympa|majordomo|mailinglists?|maillists?|mlists?|ml|listes?|listas?|mlmmj)\.[^.]+\.[^.]|(?:freelists|googlegroups|yahoogroups)\.)/;

export function isSystem(mail: KnownFacts): boolean {
  const named = namedIn(mail);
  const envelope = readEnvelope(mail.envelope_from).mailbox;
  // Many mails from people have a bounce address in the envelope, so the envelope is only checked for list software.
  const all = envelope === undefined ? named : [envelope, ...named];
  return (
    named.some((address) => MAIL_SYSTEM.test(localPartOf(address))) ||
    all.some((address) => ROBOT_SYSTEM.test(localPartOf(address)) || (isListName(address) && isListHost(address)))
  );
}

/**
 * `quote-request@` may be a firm's purchasing department. The name alone proves nothing, so the mail is held only with
 * another sign.
 */
export function isNamedLikeList(mail: KnownFacts): boolean {
  const envelope = readEnvelope(mail.envelope_from).mailbox ?? "";
  const isNamed = [envelope, ...namedIn(mail)].some(isListName);
  // If a list's command address is in Reply-To, the list would read our answer as a command.
  const isForeign = mail.reply_to.some(({ address }) => isListName(address) && address !== mail.author?.address);
  return isNamed && (isForeign || hasWeakSign(mail));
}

export function isNoReplySender(mail: KnownFacts): boolean {
  const { author, reply_to } = mail;
  if (reply_to.some(({ address }) => isNoReply(address))) return true;
  // A contact form writes as noreply@ and names its user in Reply-To. The mail is held instead, for the owner to
  // decide.
  return author !== undefined && isNoReply(author.address) && !isForeignReplyTo(mail);
}

export function isOwnDomain({ envelope_from, author, sender, reply_to, own_domain }: KnownFacts): boolean {
  // Reply-To is checked too, since otherwise a stranger could make two of our agents talk to each other.
  const addresses = [envelope_from, ...[author, sender, ...reply_to].map((mailbox) => mailbox?.address ?? "")];
  return addresses.some((address) => isWithin(domainOf(address), own_domain.toLowerCase()));
}

function namedIn({ author, sender, reply_to }: KnownFacts): string[] {
  return [author, sender, ...reply_to].flatMap((mailbox) => (mailbox ? [mailbox.address] : []));
}

function isListName(address: string): boolean {
  return LIST_NAME.test(localPartOf(address));
}

function isListHost(address: string): boolean {
  return LIST_HOST.test(domainOf(address));
}

/** The name may also be in a subdomain: `123+user@users.noreply.github.com`. */
function isNoReply(address: string): boolean {
  return isNoReplyName(localPartOf(address)) || domainOf(address).split(".").slice(0, -2).some(isNoReplyName);
}
