import type { Read } from "../../../shared/runs/ledger.ts";
import { newRun } from "../../../shared/runs/new-run.ts";
import type { Run } from "../../../shared/runs/run.ts";

/** What no provider was asked for costs nothing. */
const FREE = { tokens_in: 0, tokens_out: 0, tokens_cached: 0, tokens_reasoning: 0, cost_nano_usd: 0, price: null };

/**
 * The run of the note to a mail that waits for office hours. It begins with its answer, so the runner only sends it; its
 * id is made of the mail's, so it exists once. Its owner wrote it, which is as good as an approval.
 */
export function noteRun(run: Run, read: Read, text: string, now: Date): Run {
  const { user_id, agent_id, object_key, mail_shared, envelope_from, recipient, tag, verdicts } = run;
  // Below the mail in its thread.
  const received_at = new Date(Date.parse(run.received_at) + 1).toISOString();
  const mail = { object_key, mail_shared, envelope_from, recipient, tag, verdicts, received_at };
  const shown = { from: read.from ?? run.from, subject: read.subject ?? run.subject };
  const arrival = { ...mail, ...shown, user_id, agent_id, ses_message_id: `note:${run.run_id}` };
  const at = now.toISOString();
  return {
    ...newRun(arrival, now),
    ...{ state: "generated", is_note: true, approved: true, next_check_at: at },
    ...{ thread_id: read.thread_id, reply: read.reply, text: "", answer: { text, ...FREE } },
    timeline: [{ at, event: "closed_note" }],
  };
}
