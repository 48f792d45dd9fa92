import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import { type Run, runId } from "../../shared/runs/run.ts";
import { hasAttachments } from "../../shared/runs/run-store.ts";
import { someRun } from "./runs.ts";
import type { TestStack } from "./stack.ts";

/** As many as one BatchWriteItem takes. */
const BATCH = 25;

/** A run that rests, received `minutes` before now. `name` tells it apart from others. */
export function restingRun(name: string, minutes: number, changes: Partial<Run>): Run {
  const received_at = new Date(Date.now() - minutes * 60_000).toISOString();
  const base = someRun({ ses_message_id: name, received_at, updated_at: received_at, state: "replied", ...changes });
  const run_id = runId(received_at, name, base.agent_id);
  return { ...base, run_id, next_check_at: undefined, timeline: [{ at: received_at, event: "received" }] };
}

/** Puts runs straight into the table of a running stack, as RunStore would: 10,000 mails would take an hour. */
export async function putRuns(stack: TestStack, runs: Run[]): Promise<void> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  const db = DynamoDBDocumentClient.from(clients.dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const table = stack.names["RUNS_TABLE"] ?? "";
  try {
    for (let at = 0; at < runs.length; at += BATCH) {
      const requests = runs.slice(at, at + BATCH).map((run) => ({ PutRequest: { Item: item(run) } }));
      await db.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
    }
  } finally {
    destroy(clients);
  }
}

function item(run: Run) {
  return {
    ...run,
    agent_run: `${run.agent_id}#${run.run_id}`,
    ...(run.thread_id !== undefined && { thread_run: `${run.thread_id}#${run.run_id}` }),
    has_attachments: hasAttachments(run),
  };
}
