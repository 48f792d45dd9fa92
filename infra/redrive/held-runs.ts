import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import type { RunReason } from "../../shared/runs/reasons.ts";
import type { RunKey, RunStore } from "../../shared/runs/run-store.ts";

const key = z.object({ user_id: z.string(), run_id: z.string() });

/**
 * Returns every run that is held for this reason. It scans the whole table, which suits an operator after an outage.
 */
export async function heldRuns(client: DynamoDBDocumentClient, table: string, reason: RunReason): Promise<RunKey[]> {
  const found: RunKey[] = [];
  const scan = {
    TableName: table,
    FilterExpression: "#state = :held AND reason = :reason",
    ProjectionExpression: "user_id, run_id",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":held": "held", ":reason": reason },
  };
  for await (const { Items = [] } of paginateScan({ client }, scan))
    found.push(...Items.map((item) => key.parse(item)));
  return found;
}

/** Requeues the run. Returns false if it is no longer held for this reason or is changing at this moment. */
export async function reopen(
  { user_id, run_id }: RunKey,
  reason: RunReason,
  runs: RunStore,
  jobs: JobQueue,
): Promise<boolean> {
  const run = await runs.get(user_id, run_id);
  if (run?.state !== "held" || run.reason !== reason) return false;
  const reopened = await runs.apply(run, { type: "reopen" }, new Date());
  if (reopened === undefined) return false;
  await jobs.send(reopened);
  return true;
}
