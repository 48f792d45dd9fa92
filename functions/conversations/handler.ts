import { isRawMailKept } from "../../shared/aws/raw-mail-days.ts";
import type { RawMails } from "../../shared/aws/raw-mails.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import { isLike } from "../../shared/runs/run-filter.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";
import { hearOwner, type OwnersWord } from "./hear-owner.ts";
import { runDetail, runSummary } from "./run-row.ts";
import { sendTestMail, type TestMailDeps } from "./send-test-mail.ts";

export type Deps = TestMailDeps & { runs: RunStore; jobs: JobQueue; mails: RawMails };

/** Lambda's answer holds 6 MB, in base64: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_RAW_BYTES = 4 * 1024 * 1024;

export function conversationHandlers(deps: Deps): Handlers<"conversations"> {
  const { runs, jobs, mails } = deps;
  /** The owner's word after which the runner goes on. If the job is lost, the sweeper finds the run and sends another. */
  const goOn = async (word: OwnersWord, userId: string, runId: string) => {
    const run = await hearOwner(word, userId, runId, runs);
    await jobs.send(run);
    return { status: 202, body: runDetail(run) } as const;
  };

  return {
    listRuns: async ({ user, query }) => {
      const { agent_id: agentId, thread_id: threadId, state, q, cursor, limit } = query;
      if (agentId !== undefined && threadId !== undefined) throw oneFilter();
      const page = await runs.list({ userId: user.id, agentId, threadId, cursor, limit, where: isLike({ state, q }) });
      return { status: 200, body: { runs: page.runs.map(runSummary), next_cursor: page.nextCursor } };
    },

    getRun: async ({ user, params }) => {
      const run = await runs.get(user.id, params.id);
      if (run === undefined) throw new LatchkeyError("not_found");
      return { status: 200, body: runDetail(run) };
    },

    getRawMail: async ({ user, params }) => {
      const run = await runs.get(user.id, params.id);
      if (run === undefined || !isRawMailKept(run.received_at, new Date())) throw new LatchkeyError("not_found");
      const raw = await mails.get(run.object_key);
      if (raw.byteLength > MAX_RAW_BYTES) {
        throw new LatchkeyError("too_large", {
          detail: "This mail is larger than the 4 MB that the API can hand out.",
        });
      }
      // A browser must save it, never show it: the mail is a stranger's text.
      const headers = { "content-disposition": `attachment; filename="${params.id}.eml"` };
      return { status: 200, body: raw, headers };
    },

    retryRun: ({ user, params }) => goOn({ type: "reopen" }, user.id, params.id),

    approveRun: ({ user, params, body }) => goOn({ type: "approve", text: body.text }, user.id, params.id),

    regenerateRun: ({ user, params, body }) => goOn({ type: "regenerate", hint: body.hint }, user.id, params.id),

    editRun: async ({ user, params, body }) => {
      const run = await hearOwner({ type: "edit", text: body.answer }, user.id, params.id, runs);
      return { status: 200, body: runDetail(run) };
    },

    dropRun: async ({ user, params }) => {
      const run = await hearOwner({ type: "drop" }, user.id, params.id, runs);
      return { status: 200, body: runDetail(run) };
    },

    sendTestMail: async ({ user, params, body }) => {
      return { status: 202, body: { run_id: await sendTestMail(user.id, params.id, body, deps) } };
    },
  };
}

function oneFilter(): LatchkeyError {
  const fields = [{ field: "agent_id", message: "Give `agent_id` or `thread_id`; a thread is of one agent" }];
  return new LatchkeyError("invalid_request", { fields });
}
