import type { KnownFacts } from "./facts.ts";
import { headerValues } from "./headers.ts";
import { messageIds } from "./message-ids.ts";
import { latestThreadRef } from "./thread-ref.ts";

/** Signs of a mail loop. Each function is one rule of rules.ts. */

/**
 * RFC 5321, 6.3 lets a server give up at 100 hops or more. A mail that takes half of that to a small domain is in a
 * loop.
 */
const MAX_RECEIVED = 50;

/** After this many answers in one thread, two machines are more likely than a person who still needs an answer. */
const MAX_ANSWERS = 20;

export function hasTooManyHops({ headers }: KnownFacts): boolean {
  return headerValues(headers, "received").length > MAX_RECEIVED;
}

export function isLongThread({ headers, own_domain, owner_asked }: KnownFacts): boolean {
  if (owner_asked) return false;
  const ids = messageIds(["references", "in-reply-to"].flatMap((name) => headerValues(headers, name)));
  return (latestThreadRef(ids, own_domain)?.answers ?? 0) >= MAX_ANSWERS;
}
