import { isSameMailbox } from "../../../shared/mail/address.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { PastRun, PastTurn, RunStore } from "../../../shared/runs/run-store.ts";

/** The number of earlier turns of a thread that the model sees. */
const HISTORY_TURNS = 6;

/**
 * The thread's earlier mails by this mail's proved author, with their answers. If Reply-To names another reader, there
 * are none: the author could make the model disclose what that reader, or another one, wrote.
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

/**
 * Older rows do not name the author. They are in the thread of the reader who was answered, who need not be the author.
 */
function isBy(author: string, { from, reply }: PastRun): boolean {
  if (reply === undefined) return false;
  if (reply.author !== undefined) return isSameMailbox(reply.author, author);
  if (!isSameMailbox(reply.to, author)) return false;
  return reply.to_author ?? isOnlyMailboxIn(from, author);
}

/**
 * The router decoded the From line and cut it at 255 characters, so an address in it may be part of a name. A line with
 * two addresses, or one that long, proves nothing.
 */
function isOnlyMailboxIn(from: string, author: string): boolean {
  const [line, address] = [from.toLowerCase(), author.toLowerCase()];
  const isWhole = line.length < 250 && line.split("@").length === 2;
  return isWhole && (line === address || line.endsWith(`<${address}>`));
}
