import { hashId } from "../ids.ts";
import type { ParsedMail } from "./parse.ts";
import { ancestorIds } from "./reply-headers.ts";

type ThreadMail = Pick<ParsedMail, "references" | "in_reply_to" | "message_id"> & { ses_message_id: string };

/**
 * The id of the thread that a mail belongs to: (agent, correspondent, root message id), never the subject.
 * The root is the first id that our reply's References will hold, so the correspondent's next mail finds the thread.
 * The correspondent is part of it, so that a stranger who knows a Message-ID of someone else's thread begins a thread
 * of their own, and cannot have the model tell them what that one said.
 */
export function threadId(agentId: string, correspondent: string, mail: ThreadMail): string {
  const root = ancestorIds(mail)[0] ?? mail.message_id ?? mail.ses_message_id;
  return hashId(agentId, correspondent.toLowerCase(), root);
}
