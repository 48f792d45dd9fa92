import { idKey, limitIds } from "./message-ids.ts";
import type { ParsedMail } from "./parse.ts";
import { replySubject } from "./reply-subject.ts";

/** The headers that connect a reply with its mail. */
export type ReplyHeaders = { subject: string; in_reply_to?: string; references: string[] };

/** The ids of the earlier mails in the thread, root first. */
export function ancestorIds({ references, in_reply_to }: Pick<ParsedMail, "references" | "in_reply_to">): string[] {
  if (references.length > 0) return references;
  return in_reply_to.length === 1 ? in_reply_to : [];
}

/**
 * Headers for a reader who did not write the mail. The author controls none of them: neither the subject nor the ids
 * by which a mail program sorts a mail into a thread.
 */
export function headersForOther(agentName: string): ReplyHeaders {
  return { subject: replySubject(`Your message to ${agentName}`), references: [] };
}

/** RFC 5322, 3.6.4 and 3.6.5: the ids before the mail, then its own. */
export function replyHeaders(
  mail: Pick<ParsedMail, "subject" | "message_id" | "references" | "in_reply_to">,
): ReplyHeaders {
  const { message_id } = mail;
  const ancestors = ancestorIds(mail);
  const subject = replySubject(mail.subject);
  if (message_id === undefined) return { subject, references: limitIds(ancestors) };
  const others = ancestors.filter((id) => idKey(id) !== idKey(message_id));
  return { subject, in_reply_to: message_id, references: limitIds([...others, message_id]) };
}
