import type { NewText } from "../../../shared/mail/new-text.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { ListedRun, RunStore } from "../../../shared/runs/run-store.ts";
import type { OwnerRows } from "../payer/owner-rows.ts";
import { hold, type Stop } from "../stop/stop.ts";

/**
 * The most mails that one summary reads, the newest first, and the most characters of all of them together: about as
 * many as one long mail has.
 */
const MAX_MAILS = 100;
const MAX_CHARACTERS = 40_000;
/** The number of rows that are read at the same time. */
const AT_ONCE = 25;

export type KeptMail = { from: string; subject: string; text: string; received_at: string; is_proven: boolean };

/** Finds the mails that were kept for this summary, as many of the newest as fit, and the summary's recipient. */
export async function collectMails(
  { run, owner: { user } }: { run: Run; owner: Pick<OwnerRows, "user"> },
  { runs }: { runs: RunStore },
): Promise<{ read: Read; mails: KeptMail[] } | Stop> {
  const { user_id, thread_id } = run;
  if (thread_id === undefined) throw new Error("A summary's run has the thread of its mails");
  if (user?.email_verified_at === undefined) return hold("owner_address_unproved");
  const kept = await listKept(user_id, thread_id, runs);
  if (kept.length === 0) return { stop: "rest", state: "skipped", reason: "nothing_kept" };
  const mails = await readNewest(user_id, kept, runs);
  const subject = `${run.subject}: ${kept.length === 1 ? "1 mail" : `${kept.length} mails`}`;
  const read: Read = {
    subject,
    thread_id,
    text: countLine(kept.length, mails.length),
    reply: { to: user.email, subject, references: [], to_author: true },
  };
  return { read, mails };
}

/** A note to the owner below the summary. We write it, and not the model. */
function countLine(all: number, read: number): string {
  const came = all === 1 ? "1 mail was kept for this summary." : `${all} mails were kept for this summary.`;
  if (read === all) return came;
  return `${came} It was made of the newest ${read}; the other ${all - read} did not fit and are left out.`;
}

async function listKept(userId: string, threadId: string, runs: RunStore): Promise<ListedRun[]> {
  const kept: ListedRun[] = [];
  const query = { userId, threadId, limit: 1_000, where: ({ state }: ListedRun) => state === "kept" };
  let cursor: string | undefined;
  do {
    const page = await runs.list({ ...query, cursor });
    kept.push(...page.runs);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return kept;
}

async function readNewest(userId: string, kept: ListedRun[], runs: RunStore): Promise<KeptMail[]> {
  const mails: KeptMail[] = [];
  let left = MAX_CHARACTERS;
  // Only summaries load this, as only answers load build-prompt.ts.
  const { newText } = await import("../../../shared/mail/new-text.ts");
  for (let first = 0; first < Math.min(kept.length, MAX_MAILS); first += AT_ONCE) {
    const some = kept.slice(first, Math.min(first + AT_ONCE, MAX_MAILS));
    const rows = await Promise.all(some.map(({ run_id }) => runs.get(userId, run_id)));
    for (const mail of rows.flatMap((row) => (row === undefined ? [] : [keptMail(row, newText)]))) {
      left -= mail.from.length + mail.subject.length + mail.text.length;
      if (left < 0) return mails;
      mails.push(mail);
    }
  }
  return mails;
}

/** The sender's new text, cut short. Its quoted text was in an earlier mail. */
function keptMail({ from, subject, text = "", received_at, reply }: Run, cut: (text: string) => NewText): KeptMail {
  const { text: written } = cut(text);
  return { from, subject, received_at, text: written || text, is_proven: reply?.author !== undefined };
}
