import { isSameMailbox } from "../../../shared/mail/address.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { PastRun, PastTurn, RunStore } from "../../../shared/runs/run-store.ts";

/** Earlier turns of a thread that the model sees. */
const HISTORY_TURNS = 6;

/**
 * The thread's earlier mails with their answers, as far as the mail's proved author wrote them. A reader whom Reply-To
 * names is shown nothing of them: the author could have the model tell the reader's own story, or another's.
 */
export async function findPastTurns(
  run: Run,
  { thread_id, reply }: Read,
  { runs }: { runs: RunStore },
): Promise<PastTurn[]> {
  const { author, to_author } = reply;
  if (author === undefined || !to_author) return [];
  return runs.history(run.user_id, thread_id, run.run_id, HISTORY_TURNS, (past) => isBy(author, past));
}

/** Rows from before the author was kept stand in the thread of whomever they were answered to, who need not have written. */
function isBy(author: string, { from, reply }: PastRun): boolean {
  if (reply === undefined) return false;
  if (reply.author !== undefined) return isSameMailbox(reply.author, author);
  if (!isSameMailbox(reply.to, author)) return false;
  return reply.to_author ?? isOnlyMailboxIn(from, author);
}

/** The router decoded the line and cut it at 255, so an address in it may be part of a name: two of them, or a long line, prove nothing. */
function isOnlyMailboxIn(from: string, author: string): boolean {
  const [line, address] = [from.toLowerCase(), author.toLowerCase()];
  const isWhole = line.length < 250 && line.split("@").length === 2;
  return isWhole && (line === address || line.endsWith(`<${address}>`));
}
