import { domainOf, isWithin, localPartOf } from "./address.ts";
import { readEnvelope } from "./envelope/read-envelope.ts";
import type { KnownFacts } from "./facts.ts";
import { isForwardConfirmation } from "./forward-confirmation.ts";
import { isForeignReplyTo } from "./reply-to.ts";
import { saysNoReply } from "./robots/no-reply.ts";
import { hasWeakSign } from "./weak-signs.ts";

/** Senders that are no persons. Each exported function is one rule of rules.ts. */

const ROBOT_SYSTEM = /^(?:mail(?:er)?[-_.]?daemon|mdaemon|listserv|majordomo|listproc)/;
// Whole words, so that norep.lyons@ and sarah.bounce@ are persons. A bounce address goes on with a code: bounces+x4-a@.
const MAIL_SYSTEM = /^(?:postmaster|post[-_.]master|bounces?(?:[+=-].*)?)$/;
/** How lists call their addresses for commands and for bounces; a firm's role mailboxes are called so too. */
const LIST_NAME = /^owner-|-request$/;
/** A host below a domain, since ml.com is a bank; or a service that has nothing but lists. */
const LIST_HOST =
  /(?:^|\.)(?:(?:lists?|listserv|mailman|sympa|majordomo|mailinglists?|maillists?|mlists?|ml|listes?|listas?|mlmmj)\.[^.]+\.[^.]|(?:freelists|googlegroups|yahoogroups)\.)/;

export function isSystem(mail: KnownFacts): boolean {
  const named = namedIn(mail);
  const envelope = readEnvelope(mail.envelope_from).mailbox;
  // Many persons' mails leave with a bounce address in the envelope, so only list software is looked for there.
  const all = envelope === undefined ? named : [envelope, ...named];
  return (
    named.some((address) => MAIL_SYSTEM.test(localPartOf(address))) ||
    all.some((address) => ROBOT_SYSTEM.test(localPartOf(address)) || (isListName(address) && isListHost(address)))
  );
}

/** `quote-request@` may be a firm's purchasing: its name alone says nothing, and is held where something else speaks too. */
export function isNamedLikeList(mail: KnownFacts): boolean {
  const envelope = readEnvelope(mail.envelope_from).mailbox ?? "";
  const isNamed = [envelope, ...namedIn(mail)].some(isListName);
  // A list's command address in Reply-To would take our answer for a command.
  const isForeign = mail.reply_to.some(({ address }) => isListName(address) && address !== mail.author?.address);
  return isNamed && (isForeign || hasWeakSign(mail));
}

export function takesNoReplies(mail: KnownFacts): boolean {
  const { author, reply_to } = mail;
  if (reply_to.some(({ address }) => isNoReply(address))) return true;
  if (isForwardConfirmation(mail)) return false;
  // A contact form writes as noreply@ and names its user in Reply-To: that is held, for the owner to answer.
  return author !== undefined && isNoReply(author.address) && !isForeignReplyTo(mail);
}

export function isOwnDomain({ envelope_from, author, sender, reply_to, own_domain }: KnownFacts): boolean {
  // Reply-To as well: whoever has us answer there makes two of our agents talk to each other.
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

/** Also in a subdomain that exists for it: `123+user@users.noreply.github.com`. */
function isNoReply(address: string): boolean {
  return saysNoReply(localPartOf(address)) || domainOf(address).split(".").slice(0, -2).some(saysNoReply);
}
