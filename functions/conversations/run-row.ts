import { RUN_REASONS } from "../../shared/runs/reasons.ts";
import type { Run } from "../../shared/runs/run.ts";
import type { ListedRun } from "../../shared/runs/run-store.ts";

/** A run as a list shows it. */
export function runSummary(run: ListedRun) {
  return {
    id: run.run_id,
    agent_id: run.agent_id,
    thread_id: run.thread_id ?? null,
    state: run.state,
    reason: run.reason ?? null,
    reason_text: run.reason === undefined ? null : RUN_REASONS[run.reason],
    from: run.from,
    subject: run.subject,
    received_at: run.received_at,
    updated_at: run.updated_at,
  };
}

/** A run with all that its owner may see of it. */
export function runDetail(run: Run) {
  const { recipient, verdicts, calls_lost, attempts, timeline, answer, payer } = run;
  const cost = answer?.cost_nano_usd ?? null;
  return {
    ...runSummary(run),
    ...{ recipient, verdicts, calls_lost, attempts, timeline },
    text: run.text ?? null,
    attachments: run.attachments ?? [],
    answer: answer?.text ?? null,
    answer_cut: answer?.cut ?? false,
    provider: payer?.provider ?? null,
    model_name: payer?.model_name ?? null,
    key_fingerprint: payer?.paid_by === "owner" ? payer.key_fingerprint : null,
    paid_by: payer?.paid_by ?? null,
    tokens_in: answer?.tokens_in ?? null,
    tokens_out: answer?.tokens_out ?? null,
    cost_usd: cost === null ? null : cost / 1e9,
    delivery: run.delivery ?? null,
  };
}
