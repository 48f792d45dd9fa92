import { isRawMailKept } from "../../shared/aws/raw-mail-days.ts";
import type { RawMails } from "../../shared/aws/raw-mails.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Caller, Handlers } from "../../shared/http/handlers.ts";
import type { QuietThreads } from "../../shared/quiet/quiet-threads.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import type { Run } from "../../shared/runs/run.ts";
import { isLike } from "../../shared/runs/run-filter.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";
import { isOfToken } from "../../shared/tokens/is-of-token.ts";
import { listRuns } from "./list-runs.ts";
import { applyOwnerAction, type OwnerAction } from "./owner-action.ts";
import { runDetail, runSummary } from "./run-row.ts";
import { sendTestMail, type TestMailDeps } from "./send-test-mail.ts";

export type Deps = TestMailDeps & { runs: RunStore; jobs: JobQueue; mails: RawMails; quiet: QuietThreads };

/** A Lambda answer holds 6 MB in base64: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_RAW_BYTES = 4 * 1024 * 1024;

export function conversationHandlers(deps: Deps): Handlers<"conversations"> {
  const { runs, jobs, mails, quiet } = deps;
  const detail = async (run: Run) => {
    const { user_id, thread_id } = run;
    return runDetail(run, thread_id === undefined ? undefined : await quiet.get(user_id, thread_id));
  };
  /**
   * Sends a job so that the runner continues after the owner's action. If the job is lost, the sweeper finds the run
   * and sends another.
   */
  const goOn = async (action: OwnerAction, user: Caller, runId: string, seen?: string) => {
    const run = await applyOwnerAction(action, user, runId, deps, seen);
    await jobs.send(run);
    return { status: 202, body: await detail(run) } as const;
  };

  /** A mail that was not read yet has no thread, and nobody can answer in it. */
  const threadOf = async (user: Caller, runId: string) => {
    const run = await runs.get(user.id, runId);
    if (run === undefined || !isOfToken(user, run.agent_id)) throw new LatchkeyError("not_found");
    const { thread_id } = run;
    if (thread_id === undefined || run.is_summary) {
      throw new LatchkeyError("conflict", { detail: "The mail is not in a thread yet." });
    }
    return { run, thread_id };
  };

  return {
    listRuns: async ({ user, query }) => {
      const { agent_id: agentId, thread_id: threadId, state, q, cursor, limit } = query;
      if (agentId !== undefined && threadId !== undefined) throw oneFilter();
      const page = await listRuns(user, { agentId, threadId, cursor, limit, where: isLike({ state, q }) }, runs);
      return { status: 200, body: { runs: page.runs.map(runSummary), next_cursor: page.nextCursor } };
    },

    getRun: async ({ user, params }) => {
      const run = await runs.get(user.id, params.id);
      if (run === undefined || !isOfToken(user, run.agent_id)) throw new LatchkeyError("not_found");
      return { status: 200, body: await detail(run) };
    },

    getRawMail: async ({ user, params }) => {
      const run = await runs.get(user.id, params.id);
      if (run === undefined || !isOfToken(user, run.agent_id)) throw new LatchkeyError("not_found");
      if (run.is_summary || !isRawMailKept(run.received_at, deps.now())) throw new LatchkeyError("not_found");
      const raw = await mails.get(run.object_key);
      if (raw.byteLength > MAX_RAW_BYTES) {
        throw new LatchkeyError("too_large", {
          detail: "This mail is larger than the 4 MB that the API can hand out.",
        });
      }
      // A browser must save the mail and never show it, because a stranger wrote it.
      const headers = { "content-disposition": `attachment; filename="${params.id}.eml"` };
      return { status: 200, body: raw, headers };
    },

    retryRun: ({ user, params }) => goOn({ type: "reopen" }, user, params.id),

    approveRun: ({ user, params, body: { text, unchangedSince } }) =>
      goOn({ type: "approve", text }, user, params.id, unchangedSince),

    regenerateRun: ({ user, params, body: { hint, unchangedSince } }) =>
      goOn({ type: "regenerate", hint }, user, params.id, unchangedSince),

    editRun: async ({ user, params, body }) => {
      const { answer: text, unchangedSince } = body;
      const run = await applyOwnerAction({ type: "edit", text }, user, params.id, deps, unchangedSince);
      return { status: 200, body: await detail(run) };
    },

    dropRun: async ({ user, params, body }) => {
      const run = await applyOwnerAction({ type: "drop" }, user, params.id, deps, body.unchangedSince);
      return { status: 200, body: await detail(run) };
    },

    quietRun: async ({ user, params }) => {
      const { run, thread_id } = await threadOf(user, params.id);
      await quiet.silence(user.id, run.agent_id, thread_id, "asked", deps.now());
      return { status: 200, body: await detail(run) };
    },

    unquietRun: async ({ user, params }) => {
      const { run, thread_id } = await threadOf(user, params.id);
      const row = await quiet.get(user.id, thread_id);
      if (row !== undefined && row.lifted_at === undefined) await quiet.lift(row, deps.now());
      return { status: 200, body: await detail(run) };
    },

    sendTestMail: async ({ user, params, body }) => {
      return { status: 202, body: { run_id: await sendTestMail(user.id, params.id, body, deps) } };
    },
  };
}

function oneFilter(): LatchkeyError {
  const fields = [
    { field: "agent_id", message: "Give either `agent_id` or `thread_id`: a thread belongs to one agent" },
  ];
  return new LatchkeyError("invalid_request", { fields });
}
