import type { Correspondents } from "../../../shared/correspondents/correspondents.ts";
import type { Between } from "../../../shared/correspondents/wire-ids.ts";
import type { ParsedMail } from "../../../shared/mail/parse.ts";
import { firstRootKey, type Parties, rootKeyForReader, sesIds, threadId } from "../../../shared/mail/thread.ts";
import { latestThreadRef, type ThreadRef, threadRef } from "../../../shared/mail/thread-ref.ts";
import type { Run } from "../../../shared/runs/run.ts";

/** Finds the thread of a mail, and makes our own Message-ID for the reply. */
export type Thread = { thread_id: string; thread_ref: string };

type ThreadMail = Pick<ParsedMail, "references" | "in_reply_to" | "message_id">;
export type FindsThread = { correspondents: Correspondents; mailDomain: string };

/**
 * Looks for one of our own ids in References or In-Reply-To, in the form of any mail program; then for SES's id of a
 * mail that we sent to the author; and otherwise takes the first id that the mail names.
 */
export async function findThread(run: Run, parties: Parties, mail: ThreadMail, deps: FindsThread): Promise<Thread> {
  const between = { userId: run.user_id, agentId: run.agent_id, correspondent: parties.author };
  const known = latestThreadRef([...mail.references, ...mail.in_reply_to], deps.mailDomain);
  const root =
    known?.root ??
    (await answeredRoot(between, sesIds(mail), deps)) ??
    firstRootKey({ ...mail, ses_message_id: run.ses_message_id });
  const ownRoot = rootKeyForReader(parties, root);
  // The author sent this count, so it is ignored in a thread that begins with this reply.
  const reply: ThreadRef = { root: ownRoot, answers: ownRoot === root ? (known?.answers ?? 0) + 1 : 1 };
  return {
    thread_id: threadId(run.agent_id, parties, root),
    thread_ref: threadRef(reply, run.run_id, deps.mailDomain),
  };
}

async function answeredRoot(
  between: Between,
  ids: string[],
  { correspondents }: FindsThread,
): Promise<string | undefined> {
  for (const id of ids) {
    const root = await correspondents.wireIds.rootOf(between, id);
    if (root !== undefined) return root;
  }
  return undefined;
}
