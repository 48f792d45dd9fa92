import { hashId } from "../ids.ts";
import { idKey } from "./message-ids.ts";
import type { ParsedMail } from "./parse.ts";
import { ancestorIds } from "./reply-headers.ts";
import { isOwnMailbox } from "./reply-to.ts";

type ThreadMail = Pick<ParsedMail, "references" | "in_reply_to" | "message_id"> & { ses_message_id: string };

/** Who wrote a mail, and who is sent the answer; as a rule the same. */
export type Parties = { author: string; reader: string };

/**
 * The id of a thread: (agent, author, reader, root key), never the subject.
 * Both are part of it, so that a stranger who knows a message id of someone else's thread begins a thread of their own:
 * they cannot have the model tell them what that one said, nor put words of theirs into it by naming its reader.
 * Where one person is both, it is the id of old, so threads from before the reader counted go on.
 */
export function threadId(agentId: string, { author, reader }: Parties, root: string): string {
  const [writes, reads] = [author.toLowerCase(), reader.toLowerCase()];
  return isOwnMailbox(reads, writes) ? hashId(agentId, writes, root) : hashId(agentId, writes, reads, root);
}

/**
 * The root key that our reply brings to its reader. One who did not write the mail gets a key that no other thread has:
 * the author chose the mail's own, and could lead the reader's answer into any thread of the reader's by it.
 */
export function rootFor({ author, reader }: Parties, root: string): string {
  if (isOwnMailbox(reader, author)) return root;
  return hashId("reader", author.toLowerCase(), reader.toLowerCase(), root);
}

/** The root key of a thread by its first message id: what our reply's References will begin with. */
export function firstRoot(mail: ThreadMail): string {
  const first = ancestorIds(mail)[0] ?? mail.message_id;
  return hashId(first === undefined ? mail.ses_message_id : idKey(first));
}

// https://docs.aws.amazon.com/ses/latest/dg/header-fields.html: a mail that SES sent bears the id that SES gave us, at a
// domain of its own, which differs by region. AWS does not promise that domain, so any other is looked at after it.
const WIRE_ID = /^<([A-Za-z0-9-]{1,100})@(?:(?:[a-z0-9-]+\.)?(amazonses\.com)|[^<>]+)>$/;

/** SES's ids of the mails of ours that a mail may answer, the last one first; a few, since each is looked up. */
export function sesIds(mail: Pick<ThreadMail, "references" | "in_reply_to">): string[] {
  const ids = [...mail.references, ...mail.in_reply_to].reverse().map((id) => WIRE_ID.exec(id) ?? []);
  const [at, elsewhere] = [ids.filter(([, , ses]) => ses), ids.filter(([, , ses]) => !ses)];
  return [...new Set([...at, ...elsewhere].flatMap(([, id]) => id ?? []))].slice(0, 5);
}
