import type { RunReason } from "../runs/reasons.ts";
import type { Run } from "../runs/run.ts";
import { logMetrics, type MetricGroup } from "./emf.ts";
import { stageTimes } from "./stopwatch.ts";

/** Reasons that only the operators can resolve: the stack or a service of theirs failed. */
const OPERATORS: readonly RunReason[] = [
  "broke_down",
  "mail_unreadable",
  "key_unreadable",
  "send_refused",
  "may_have_been_sent",
  "too_old",
  "verdict_missing",
];

/**
 * Writes one log line for a run that has come to rest. It contains our own ids, codes and numbers, and nothing of the mail
 * or the answer: no address, no subject, no text.
 */
export function logRestedRun(run: Run, now: Date): void {
  const { run_id, user_id, agent_id, state, payer, answer } = run;
  const reason = run.reason ?? "none";
  logMetrics(
    "run_rested",
    {
      ...{ run_id, user_id, agent_id, state, reason },
      ...{ provider: payer?.provider, model: payer?.model_name, paid_by: payer?.paid_by },
      ...{ attempts: run.attempts, crashes: run.crashes, calls_lost: run.calls_lost, is_test: run.is_test },
      ...{ tokens_in: answer?.tokens_in ?? undefined, tokens_out: answer?.tokens_out ?? undefined },
      cost_nano_usd: answer?.cost_nano_usd ?? undefined,
      ms_total: sinceBegun(run, now),
      ...stageTimes(),
    },
    metricsOf(run, reason, now),
    now,
  );
}

function metricsOf(run: Run, reason: string, now: Date): MetricGroup[] {
  const groups: MetricGroup[] = [{ by: [["state"], ["state", "reason"]], values: { Outcomes: [1, "Count"] } }];
  // A mail that waited for its owner says nothing about the speed of the stack.
  if (run.state === "replied" && !run.is_test && run.reopened_at === undefined && run.approved === undefined) {
    groups.push({ by: [[]], values: { MailToReply: [sinceBegun(run, now), "Milliseconds"] } });
  }
  if (OPERATORS.some((each) => each === reason)) {
    groups.push({ by: [[]], values: { HeldByOperators: [1, "Count"] } });
  }
  return groups;
}

/** Counts from the mail's arrival, or from when the run was last resumed. */
function sinceBegun(run: Run, now: Date): number {
  return Math.max(0, now.getTime() - Date.parse(run.reopened_at ?? run.received_at));
}
