import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type SQSClient, StartMessageMoveTaskCommand } from "@aws-sdk/client-sqs";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { RUN_REASONS, type RunReason } from "../../shared/runs/reasons.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { heldRuns, reopen } from "./held-runs.ts";
import { findWorkPlaces, type WorkPlaces } from "./work-places.ts";

export type Redrive = {
  /** The prefix of the stack's resource names. */
  prefix: string;
  /** Requeue the runs that are held for this reason, instead of dead letters. */
  held: RunReason | undefined;
  /** If false, only report and change nothing. */
  doIt: boolean;
};
type Clients = { sqs: SQSClient; dynamo: DynamoDBClient; db: DynamoDBDocumentClient };

/**
 * Requeues work: the messages of every dead-letter queue, or the runs that are held for one reason. Both may be
 * repeated: a job of a run that has moved on does nothing, and a run that is no longer held is left alone.
 */
export async function redrive(what: Redrive, clients: Clients, say: (line: string) => void): Promise<void> {
  const places = await findWorkPlaces(what.prefix, clients.sqs, clients.dynamo);
  if (what.held === undefined) await moveDeadLetters(places, what.doIt, clients.sqs, say);
  else await reopenHeld(places, what.held, what.doIt, clients, say);
  if (!what.doIt) say("Nothing was changed. Add --yes to do it.");
}

async function moveDeadLetters(
  { deadLetters }: WorkPlaces,
  doIt: boolean,
  sqs: SQSClient,
  say: (line: string) => void,
) {
  for (const { name, deadLettersArn, queueArn, waiting } of deadLetters) {
    say(`${name}: ${waiting} dead`);
    if (!doIt || waiting === 0) continue;
    // SQS moves the messages in the background, each once. It refuses a second task while one is running.
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: deadLettersArn, DestinationArn: queueArn }));
    say(`${name}: they are on their way back`);
  }
}

async function reopenHeld(
  { jobsUrl, runsTable }: WorkPlaces,
  reason: RunReason,
  doIt: boolean,
  { db, sqs }: Clients,
  say: (line: string) => void,
) {
  const found = await heldRuns(db, runsTable, reason);
  say(`${found.length} held: ${reason}`);
  const { operator } = RUN_REASONS[reason];
  if (operator !== null && found.length > 0) say(operator);
  if (!doIt) return;
  const runs = new RunStore(db, runsTable);
  const jobs = new JobQueue(sqs, jobsUrl);
  let done = 0;
  for (const run of found) if (await reopen(run, reason, runs, jobs)) done += 1;
  say(`${done} are on their way`);
}
