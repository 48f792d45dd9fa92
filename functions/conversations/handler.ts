import { isRawMailKept } from "../../shared/aws/raw-mail-days.ts";
import type { RawMails } from "../../shared/aws/raw-mails.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Caller, Handlers } from "../../shared/http/handlers.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import { isLike } from "../../shared/runs/run-filter.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";
import { isOfToken } from "../../shared/tokens/is-of-token.ts";
import { listRuns } from "./list-runs.ts";
import { applyOwnerAction, type OwnerAction } from "./owner-action.ts";
import { runDetail, runSummary } from "./run-row.ts";
import { sendTestMail, type TestMailDeps } from "./send-test-mail.ts";

export type Deps = TestMailDeps & { runs: RunStore; jobs: JobQueue; mails: RawMails };

/** A Lambda answer holds 6 MB in base64: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_RAW_BYTES = 4 * 1024 * 1024;

export function conversationHandlers(deps: Deps): Handlers<"conversations"> {
  const { runs, jobs, mails } = deps;
  /**
   * Sends a job so that the runner continues after the owner's action. If the job is lost, the sweeper finds the run
   * and sends another.
   */
  const goOn = async (action: OwnerAction, user: Caller, runId: string) => {
    const run = await applyOwnerAction(action, user, runId, deps);
    await jobs.send(run);
    return { status: 202, body: runDetail(run) } as const;
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
      return { status: 200, body: runDetail(run) };
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

    approveRun: ({ user, params, body }) => goOn({ type: "approve", text: body.text }, user, params.id),

    regenerateRun: ({ user, params, body }) => goOn({ type: "regenerate", hint: body.hint }, user, params.id),

    editRun: async ({ user, params, body }) => {
      const run = await applyOwnerAction({ type: "edit", text: body.answer }, user, params.id, deps);
      return { status: 200, body: runDetail(run) };
    },

    dropRun: async ({ user, params }) => {
      const run = await applyOwnerAction({ type: "drop" }, user, params.id, deps);
      return { status: 200, body: runDetail(run) };
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
