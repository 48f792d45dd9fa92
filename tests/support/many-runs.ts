import { type Run, runId } from "../../shared/runs/run.ts";
import { hasAttachments } from "../../shared/runs/run-store.ts";
import { putRows } from "./put-rows.ts";
import { someRun } from "./runs.ts";
import type { TestStack } from "./stack.ts";

/** A run that rests, received `minutes` before now. `name` tells it apart from others. */
export function restingRun(name: string, minutes: number, changes: Partial<Run>): Run {
  const received_at = new Date(Date.now() - minutes * 60_000).toISOString();
  const base = someRun({ ses_message_id: name, received_at, updated_at: received_at, state: "replied", ...changes });
  const run_id = runId(received_at, name, base.agent_id);
  return { ...base, run_id, next_check_at: undefined, timeline: [{ at: received_at, event: "received" }] };
}

/** Puts runs straight into the table of a running stack, as RunStore would: 10,000 mails would take an hour. */
export async function putRuns(stack: TestStack, runs: Run[]): Promise<void> {
  await putRows(stack, "RUNS_TABLE", runs.map(item));
}

function item(run: Run) {
  return {
    ...run,
    agent_run: `${run.agent_id}#${run.run_id}`,
    ...(run.thread_id !== undefined && { thread_run: `${run.thread_id}#${run.run_id}` }),
    has_attachments: hasAttachments(run),
  };
}
