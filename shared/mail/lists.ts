import { domainOf, isSameMailbox, isWithin, localPartOf } from "./address.ts";
import { namedRecipients, namesAgent } from "./addressed.ts";
import { readEnvelope } from "./envelope/read-envelope.ts";
import { encodesRecipient, isVerp, readListName } from "./envelope/verp.ts";
import type { KnownFacts } from "./facts.ts";
import { headerValues, keyword } from "./headers.ts";
import { hasHeaderIn, LIST_HEADERS } from "./robots/automatic-headers.ts";

/**
 * Mails that came through a list or were sent in bulk. Each exported function except the last is one rule of rules.ts.
 */

const BULK = new Set(["bulk", "junk", "list"]);
const AUTO_REPLY = /^auto[-_ ]?repl(?:y|ied)$/;

export function isBulk(mail: KnownFacts): boolean {
  const values = ["precedence", "x-precedence"].flatMap((name) => headerValues(mail.headers, name)).map(keyword);
  return values.some(
    (value) => AUTO_REPLY.test(value) || (BULK.has(value) && !(value === "list" && isGroupMail(mail))),
  );
}

export function isFromList(mail: KnownFacts): boolean {
  return hasHeaderIn(mail.headers, LIST_HEADERS) && !isGroupMail(mail);
}

/** Google Groups: `list support@firm.example; contact support+owners@firm.example`. */
const GOOGLE_LIST = /^list [^\s;]+; ?contact [^\s;]+\+owners@/i;
/** Headers that public lists have and a firm's own distribution list lacks. */
const WAYS_OUT = ["list-unsubscribe", "list-unsubscribe-post", "list-subscribe", "list-owner"];

/**
 * True for a mail that a Google Group or a firm's distribution list passed on. The group may be the owner's own
 * support address with the agent as a member, so people may write to the owner through it.
 */
export function isGroupMail(mail: KnownFacts): boolean {
  const { headers, author } = mail;
  if (author === undefined) return false;
  const values = (name: string) => headerValues(headers, name);
  const isGoogle =
    values("x-google-group-id").length > 0 ||
    values("mailing-list").some((value) => GOOGLE_LIST.test(value.trim())) ||
    values("list-id").some((value) => isWithin(listIdOf(value), "googlegroups.com"));
  return isGoogle || isDistributionList(mail);
}

function isDistributionList(mail: KnownFacts): boolean {
  const { headers } = mail;
  if (headers.some(({ name }) => WAYS_OUT.includes(name))) return false;
  const ids = headerValues(headers, "list-id").map(listIdOf);
  return namedRecipients(mail).some(({ address }) => ids.includes(`${localPartOf(address)}.${domainOf(address)}`));
}

/** RFC 2919: `Support <support.firm.example>`. */
function listIdOf(value: string): string {
  const from = value.lastIndexOf("<");
  return (
    value
      .slice(from + 1)
      .split(">", 1)[0]
      ?.trim()
      .toLowerCase() ?? ""
  );
}

/**
 * True for a post through a list manager that adds no headers (mlmmj): the mail names the list as its recipient and
 * not the agent, and the envelope has a list's form. If the envelope encodes a recipient that the mail names, it is
 * only a mail service's way to count bounces.
 */
export function isUnmarkedPost(mail: KnownFacts): boolean {
  const { mailbox } = readEnvelope(mail.envelope_from);
  const author = mail.author?.address ?? "";
  if (mailbox === undefined || isSameMailbox(mailbox, author) || namesAgent(mail)) return false;
  const named = namedRecipients(mail).map(({ address }) => address);
  const own = [mail.agent.address, ...(mail.agent.others ?? [])];
  if (own.some((address) => encodesRecipient(mailbox, address))) return true;
  // HubSpot and others encode the author in it.
  if (isVerp(mailbox) && ![author, ...named].some((address) => encodesRecipient(mailbox, address))) return true;
  const list = readListName(mailbox);
  const host = domainOf(mailbox);
  return named.some((address) => localPartOf(address) === list && isRelatedDomain(domainOf(address), host));
}

function isRelatedDomain(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}
