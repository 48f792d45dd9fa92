import type { Agent } from "../../../shared/agents/agent.ts";
import { isOpenAt, nextOpening } from "../../../shared/agents/office-hours.ts";
import type { ClosedNotes } from "../../../shared/correspondents/closed-notes.ts";
import type { Correspondents } from "../../../shared/correspondents/correspondents.ts";
import type { DraftReason } from "../../../shared/runs/draft-reason.ts";
import type { JobQueue } from "../../../shared/runs/job-queue.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import { findCap } from "../limits/correspondent-caps.ts";
import type { Limits } from "../limits/look-up-limits.ts";
import { hold, type Stop } from "../stop/stop.ts";
import { wasAskedFor } from "./denied.ts";
import { noteRun } from "./note-run.ts";

type Uses = {
  runs: RunStore;
  jobs: Pick<JobQueue, "send">;
  correspondents: Correspondents;
  notes: ClosedNotes;
  now: () => Date;
};
type Mail = { run: Run; agent: Agent; mail: { author: string }; read: Read; limits: Pick<Limits, "isBlocked"> };

/**
 * What becomes of a mail outside of the agent's office hours: it waits until they begin, or its answer is a draft. A mail
 * that its owner asks about is answered at any time, and so is a test mail. An agent without hours costs no call.
 */
export async function checkOfficeHours(context: Mail, deps: Uses): Promise<{ draft?: DraftReason | undefined } | Stop> {
  const { run, agent, read } = context;
  const { office_hours: hours, time_zone } = agent;
  if (hours === null || run.is_test || wasAskedFor(run)) return {};
  const now = deps.now();
  if (isOpenAt(now, { hours, time_zone })) return {};
  if (hours.outside === "draft") return { draft: "office_closed" };
  const opens_at = nextOpening(now, { hours, time_zone })?.toISOString();
  if (hours.outside === "note") await sendNote(context, hours.note, opens_at ?? "never", deps);
  return { ...hold("office_closed", read), opens_at };
}

/**
 * Sends the owner's own text to the sender of a mail that waits, once for each correspondent and closed time. It is a run
 * of its own, so it leaves once, under the caps of all replies, and the mail itself is still answered when hours begin.
 */
async function sendNote(
  { run, agent, mail, read, limits }: Mail,
  text: string,
  period: string,
  { runs, jobs, correspondents, notes, now }: Uses,
): Promise<void> {
  const note = noteRun(run, read, text, now());
  const { to } = read.reply;
  const asked = { userId: run.user_id, agentId: agent.agent_id, runId: note.run_id, to, period };
  if (!(await notes.isFirst(asked, now()))) return;
  if (await findCap(note, agent, { author: mail.author, to }, limits, { correspondents })) return;
  if (await runs.add(note)) await jobs.send(note);
}
