import { domainOf, isWithin, localPartOf } from "./address.ts";
import type { KnownFacts } from "./facts.ts";
import { isForeignReplyTo } from "./reply-to.ts";

/** Senders that are no persons. Each exported function is one rule of rules.ts. */

const LIST_SYSTEM = /^(?:mailer-daemon|listserv|majordomo|owner-)|-request$/;
// Whole words, so that norep.lyons@ and sarah.bounce@ are persons. A bounce address goes on with a code: bounces+x4-a@.
const MAIL_SYSTEM = /^(?:postmaster|post_master|bounces?(?:[+=-].*)?)$/;
const NO_REPLY = /(?:^|[^a-z])(?:no|do[-_.]?not)[-_.]?reply(?:[^a-z]|$)/;

export function isSystem({ envelope_from, author, sender, reply_to }: KnownFacts): boolean {
  const named = [author, sender, ...reply_to].flatMap((mailbox) => (mailbox ? [localPartOf(mailbox.address)] : []));
  // Many persons' mails leave with a bounce address in the envelope, so only list software is looked for there.
  return (
    [localPartOf(envelope_from), ...named].some((local) => LIST_SYSTEM.test(local)) ||
    named.some((local) => MAIL_SYSTEM.test(local))
  );
}

export function takesNoReplies(mail: KnownFacts): boolean {
  const { author, reply_to } = mail;
  if (reply_to.some(({ address }) => isNoReply(address))) return true;
  // A contact form writes as noreply@ and names its user in Reply-To: that is held, for the owner to answer.
  return author !== undefined && isNoReply(author.address) && !isForeignReplyTo(mail);
}

export function isOwnDomain({ envelope_from, author, sender, reply_to, own_domain }: KnownFacts): boolean {
  // Reply-To as well: whoever has us answer there makes two of our agents talk to each other.
  const addresses = [envelope_from, ...[author, sender, ...reply_to].map((mailbox) => mailbox?.address ?? "")];
  return addresses.some((address) => isWithin(domainOf(address), own_domain.toLowerCase()));
}

function isNoReply(address: string): boolean {
  return NO_REPLY.test(localPartOf(address));
}
