import { hashId } from "../ids.ts";
import { idKey } from "./message-ids.ts";
import type { ParsedMail } from "./parse.ts";
import { ancestorIds } from "./reply-headers.ts";
import { isOwnMailbox } from "./reply-to.ts";

type ThreadMail = Pick<ParsedMail, "references" | "in_reply_to" | "message_id"> & { ses_message_id: string };

/** The author of a mail and the recipient of the answer; usually the same. */
export type Parties = { author: string; reader: string };

/**
 * The id of a thread: (agent, author, reader, root key), never the subject.
 * Author and reader are both part of it, so a stranger who knows a message id of someone else's thread starts a thread
 * of their own. They cannot make the model reveal that other thread, nor add words to it by naming its reader. If one
 * person is both, the id has its old form, so that threads from before the reader counted continue.
 */
export function threadId(agentId: string, { author, reader }: Parties, root: string): string {
  const [writes, reads] = [author.toLowerCase(), reader.toLowerCase()];
  return isOwnMailbox(reads, writes) ? hashId(agentId, writes, root) : hashId(agentId, writes, reads, root);
}

/**
 * The root key that our reply carries. A reader who did not write the mail gets a key that no other thread has: the
 * author chose the mail's own key and could otherwise direct the reader's answer into any thread of the reader's.
 */
export function rootKeyForReader({ author, reader }: Parties, root: string): string {
  if (isOwnMailbox(reader, author)) return root;
  return hashId("reader", author.toLowerCase(), reader.toLowerCase(), root);
}

/** The root key of a thread, from its first message id: References of our reply begins with that id. */
export function firstRootKey(mail: ThreadMail): string {
  const first = ancestorIds(mail)[0] ?? mail.message_id;
  return hashId(first === undefined ? mail.ses_message_id : idKey(first));
}

// https://docs.aws.amazon.com/ses/latest/dg/header-fields.html: a mail from SES carries the id that SES gave us, at a
// domain that differs by region. AWS does not promise that domain, so ids at other domains are tried after it.
const WIRE_ID = /^<([A-Za-z0-9-]{1,100})@(?:(?:[a-z0-9-]+\.)?(amazonses\.com)|[^<>]+)>$/;

/**
 * The SES ids of our mails that this mail may answer, latest first. Only a few are returned, since each costs a
 * lookup.
 */
export function sesIds(mail: Pick<ThreadMail, "references" | "in_reply_to">): string[] {
  const ids = [...mail.references, ...mail.in_reply_to].reverse().map((id) => WIRE_ID.exec(id) ?? []);
  const [at, elsewhere] = [ids.filter(([, , ses]) => ses), ids.filter(([, , ses]) => !ses)];
  return [...new Set([...at, ...elsewhere].flatMap(([, id]) => id ?? []))].slice(0, 5);
}
