import type { Agent } from "../../../shared/agents/agent.ts";
import type { AnsweredSenders } from "../../../shared/correspondents/answered-senders.ts";
import { mailboxKey } from "../../../shared/correspondents/mailbox-key.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { DraftReason } from "../../../shared/runs/draft-reason.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";

type Uses = { runs: RunStore; answered: AnsweredSenders; now: () => Date };

/**
 * Makes a draft of the answer to a sender whom the agent has never answered, if its owner wants to see those. The sender
 * stays new until such a draft is sent, so several mails of one give several drafts.
 */
export async function draftFirstMail(
  { run, agent, read, draft }: { run: Run; agent: Agent; read: Read; draft?: DraftReason | undefined },
  deps: Uses,
): Promise<{ draft?: DraftReason | undefined }> {
  if (draft !== undefined || !agent.draft_first_mails || agent.mode === "draft" || run.is_test) return {};
  const { user_id: userId } = run;
  const { agent_id: agentId } = agent;
  const { to } = read.reply;
  if (await deps.answered.has(userId, agentId, to, deps.now())) return {};
  if (!(await wasAnsweredBefore(run, to, deps))) return { draft: "first_mail" };
  await deps.answered.add(userId, agentId, to, deps.now());
  return {};
}

/**
 * Looks among the agent's last 1,000 mails for an answer from before its owner turned this on, when no marks were made.
 * A list's row has only the line of From, so a row that looks right is read.
 */
async function wasAnsweredBefore(
  { user_id: userId, agent_id: agentId }: Run,
  to: string,
  { runs }: Uses,
): Promise<boolean> {
  const key = mailboxKey(agentId, to);
  const page = await runs.list({
    userId,
    agentId,
    limit: MOST_CANDIDATES,
    where: ({ state, from }) => state === "replied" && mailboxKey(agentId, addressOf(from)) === key,
  });
  const rows = await Promise.all(page.runs.map(({ run_id }) => runs.get(userId, run_id)));
  return rows.some((row) => row?.reply !== undefined && !row.is_note && mailboxKey(agentId, row.reply.to) === key);
}

const MOST_CANDIDATES = 5;

/** The address at the end of a line as `Carol <carol@customer.example>`. */
function addressOf(from: string): string {
  const open = from.lastIndexOf("<");
  return open < 0 ? from.trim() : from.slice(open + 1).replace(/>\s*$/, "");
}

/** Remembers whom a reply went to. The reply has left, so a failure here is no failure of the run. */
export async function rememberAnswered({ run, agent }: { run: Run; agent: Agent }, deps: Uses): Promise<undefined> {
  if (!agent.draft_first_mails || run.is_note || run.reply === undefined) return;
  try {
    await deps.answered.add(run.user_id, run.agent_id, run.reply.to, deps.now());
  } catch (error) {
    log("answered_not_remembered", { run_id: run.run_id, ...describeError(error) });
  }
}
