import type { Agent } from "../../../shared/agents/agent.ts";
import { idKey } from "../../../shared/mail/message-ids.ts";
import { sesIds } from "../../../shared/mail/thread.ts";
import { readThreadRef } from "../../../shared/mail/thread-ref.ts";
import type { QuietThread, QuietThreads } from "../../../shared/quiet/quiet-threads.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import type { ReadMail } from "../mail/read-mail.ts";
import { isReopened } from "../mail/read-stored-mail.ts";
import { hold, type Stop } from "../stop/stop.ts";

type Uses = { quiet: Pick<QuietThreads, "silence">; runs: Pick<RunStore, "list" | "get">; now: () => Date };

/** References of each mail hold what went before it, so the last mails know all ids that matter. */
const LAST_RUNS = 20;

/**
 * Holds a mail of a thread in which the owner answers. The owner said so, a copy of their answer came, or this mail
 * answers one that is neither the agent's nor the customer's.
 */
export async function checkQuietThread(
  {
    run,
    agent,
    mail,
    read,
    quiet,
  }: { run: Run; agent: Agent; mail: ReadMail; read: Read; quiet: QuietThread | undefined },
  deps: Uses,
): Promise<Stop | undefined> {
  if (isReopened(run) || run.is_test) return undefined;
  if (quiet !== undefined && quiet.lifted_at === undefined) return hold("owner_answers", read);
  const mayBeAnswered = agent.quiet_threads && mail.mailboxes.some(({ result }) => result !== undefined);
  if (!mayBeAnswered || !(await answersAnother({ run, mail, read }, deps))) return undefined;
  await deps.quiet.silence(run.user_id, run.agent_id, read.thread_id, "reply", deps.now());
  return hold("owner_answers", read);
}

/** True when the mail that this one answers is of our thread and was written by neither side that Latchkey knows. */
async function answersAnother(
  { run, mail, read }: { run: Run; mail: ReadMail; read: Read },
  { runs }: Uses,
): Promise<boolean> {
  const parent = mail.in_reply_to[0] ?? mail.references.at(-1);
  if (parent === undefined || readThreadRef(parent) !== undefined) return false;
  const { runs: listed } = await runs.list({ userId: run.user_id, threadId: read.thread_id, limit: LAST_RUNS });
  const before = await Promise.all(
    listed.filter(({ run_id }) => run_id < run.run_id).map(({ run_id }) => runs.get(run.user_id, run_id)),
  );
  const earlier = before.flatMap((one) => one ?? []);
  if (earlier.length === 0) return false;
  const known = earlier.flatMap(({ reply }) => [reply?.in_reply_to ?? [], ...(reply?.references ?? [])].flat());
  const sent = earlier.flatMap(({ sent_message_id }) => sent_message_id ?? []);
  const isOurs = sesIds({ references: [], in_reply_to: [parent] }).some((id) => sent.includes(id));
  return !isOurs && !known.some((id) => idKey(id) === idKey(parent));
}
