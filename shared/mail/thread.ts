import { hashId } from "../ids.ts";
import { idKey } from "./message-ids.ts";
import type { ParsedMail } from "./parse.ts";
import { ancestorIds } from "./reply-headers.ts";

type ThreadMail = Pick<ParsedMail, "references" | "in_reply_to" | "message_id"> & { ses_message_id: string };

/**
 * The id of a thread: (agent, correspondent, root key), never the subject.
 * The correspondent is part of it, so that a stranger who knows a message id of someone else's thread begins a thread
 * of their own, and cannot have the model tell them what that one said.
 */
export function threadId(agentId: string, correspondent: string, root: string): string {
  return hashId(agentId, correspondent.toLowerCase(), root);
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
