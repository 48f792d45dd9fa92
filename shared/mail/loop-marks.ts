import { domainOf, isWithin, localPartOf } from "./address.ts";
import { cleanLine } from "./clean-line.ts";
import type { KnownFacts } from "./facts.ts";
import { type Header, headerValues, withoutComments } from "./headers.ts";
import { messageIds } from "./message-ids.ts";
import { isMailboxOf } from "./tag.ts";
import { latestThreadRef } from "./thread-ref.ts";

/**
 * X-Loop stands in no standard: a robot or forwarder writes its own name there, by custom its address, and lets a mail that
 * brings the name back lie. Many a procmail recipe looks for nothing else. With `formail -rI` its note does not bring our own mark
 * back either, so without this file it and an agent answered each other until the cap for a thread.
 */
const MAX_MARKS = 5;
const MAX_LENGTH = 200;

// What nodemailer writes as it is. It makes an encoded word of anything else, where no robot finds its mark.
const PLAIN = /^[ !#-~]+$/;

/** The marks of others, for the reply: whoever wrote one recognizes it there. In the form they came in, since a robot compares text. */
export function foreignLoopMarks(headers: Header[], agent: KnownFacts["agent"]): string[] {
  const marks = headerValues(headers, "x-loop")
    .filter((value) => value.length <= MAX_LENGTH && !isOwnMark(value, agent))
    .map((value) => cleanLine(value, MAX_LENGTH))
    .filter((mark) => PLAIN.test(mark) && !mark.includes("=?"));
  return [...new Set(marks)].slice(0, MAX_MARKS);
}

/** A reply of ours came back: the mark is the agent's. */
export function hasOwnMark({ headers, agent }: KnownFacts): boolean {
  return headerValues(headers, "x-loop").some((value) => isOwnMark(value, agent));
}

/** A robot's note on an answer of ours: it carries its own sender's mark, and the id that our reply brought it. */
export function isMarkedNote(mail: KnownFacts): boolean {
  const { headers, own_domain } = mail;
  const ids = ["references", "in-reply-to"]
    .flatMap((name) => headerValues(headers, name))
    .flatMap((value) => messageIds(value));
  return hasSendersMark(mail) && latestThreadRef(ids, own_domain) !== undefined;
}

/**
 * A sender's own mark on a mail that answers nothing of ours. It may be a robot's, and it may be a person's, who passes mail
 * on by procmail or sets the mark against the robots of others.
 */
export function isMarkedBySender(mail: KnownFacts): boolean {
  return hasSendersMark(mail);
}

function isOwnMark(value: string, agent: KnownFacts["agent"]): boolean {
  return words(value).some((word) => word === agent.id.toLowerCase() || isMailboxOf(word, agent.address));
}

function hasSendersMark({ headers, author, sender, reply_to, envelope_from }: KnownFacts): boolean {
  const named = headerValues(headers, "x-loop").slice(0, MAX_MARKS).flatMap(words);
  const senders = [envelope_from, ...[author, sender, ...reply_to].map((mailbox) => mailbox?.address ?? "")];
  return named.some((word) => senders.some((address) => address !== "" && isMarkOf(word, address)));
}

/** By custom a mark is the sender's address. procmail's `$LOGNAME@$HOST` names a machine in its domain, `$LOGNAME` none. */
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
