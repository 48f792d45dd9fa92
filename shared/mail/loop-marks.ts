import { domainOf, isWithin, localPartOf } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import type { KnownFacts } from "./facts.ts";
import { type Header, headerValues, withoutComments } from "./headers.ts";
import { messageIds } from "./message-ids.ts";
import { isAddressOf } from "./tag.ts";
import { latestThreadRef } from "./thread-ref.ts";

/**
 * No standard defines X-Loop. By custom, a robot or forwarder writes its own address there and ignores a mail that
 * brings the address back; many procmail recipes check nothing else. A robot that replies with `formail -rI` also
 * drops our mark, so without this file it and an agent answered each other until the cap per thread.
 */
const MAX_MARKS = 5;
const MAX_LENGTH = 200;

// Nodemailer writes these characters unchanged. It turns anything else into an encoded word, in which a robot does not
// find its mark.
const PLAIN = /^[ !#-~]+$/;

/**
 * The marks of others, repeated in the reply so that their authors recognize them. They keep their form, since a robot
 * compares text.
 */
export function foreignLoopMarks(headers: Header[], agent: KnownFacts["agent"]): string[] {
  const marks = headerValues(headers, "x-loop")
    .filter((value) => value.length <= MAX_LENGTH && !isOwnMark(value, agent))
    .map((value) => cleanLine(value, MAX_LENGTH))
    .filter((mark) => PLAIN.test(mark) && !mark.includes("=?"));
  return [...new Set(marks)].slice(0, MAX_MARKS);
}

/** True when one of our replies came back: it carries the agent's mark. */
export function hasOwnMark({ headers, agent }: KnownFacts): boolean {
  return headerValues(headers, "x-loop").some((value) => isOwnMark(value, agent));
}

/**
 * True for a robot's note on one of our answers: it carries its own sender's mark and the id that our reply brought.
 */
export function isMarkedNote(mail: KnownFacts): boolean {
  const { headers, own_domain } = mail;
  const ids = ["references", "in-reply-to"]
    .flatMap((name) => headerValues(headers, name))
    .flatMap((value) => messageIds(value));
  return hasSendersMark(mail) && latestThreadRef(ids, own_domain) !== undefined;
}

/**
 * True for a mail with its sender's own mark that answers nothing of ours. The sender may be a robot, or a person who
 * forwards mail by procmail or sets the mark against other people's robots.
 */
export function isMarkedBySender(mail: KnownFacts): boolean {
  return hasSendersMark(mail);
}

function isOwnMark(value: string, agent: KnownFacts["agent"]): boolean {
  return words(value).some((word) => word === agent.id.toLowerCase() || isAddressOf(word, agent));
}

function hasSendersMark({ headers, author, sender, reply_to, envelope_from }: KnownFacts): boolean {
  const named = headerValues(headers, "x-loop").slice(0, MAX_MARKS).flatMap(words);
  const senders = [envelope_from, ...[author, sender, ...reply_to].map((mailbox) => mailbox?.address ?? "")];
  return named.some((word) => senders.some((address) => address !== "" && isMarkOf(word, address)));
}

/**
 * By custom a mark is the sender's address. procmail's `$LOGNAME@$HOST` names a host in the sender's domain, and
 * `$LOGNAME` no domain at all.
 */
function isMarkOf(word: string, address: string): boolean {
  if (mailbox(word) !== mailbox(address)) return false;
  const [of, at] = [domainOf(word), domainOf(address)];
  return of === "" || isWithin(of, at) || isWithin(at, of);
}

function mailbox(address: string): string {
  return localPartOf(address).split("+", 1)[0] ?? "";
}

function words(value: string): string[] {
  return withoutComments(value.slice(0, MAX_LENGTH))
    .toLowerCase()
    .split(/[\s,;<>"]+/)
    .filter((word) => word !== "");
}
