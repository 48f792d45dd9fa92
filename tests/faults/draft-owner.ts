import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { conversationHandlers } from "../../functions/conversations/handler.ts";
import { AgentStore } from "../../shared/agents/agent-store.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { RawMails } from "../../shared/aws/raw-mails.ts";
import { s3 } from "../../shared/aws/s3.ts";
import { sqs } from "../../shared/aws/sqs.ts";
import { HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { type Backend, BUCKET } from "./backend.ts";
import type { Random } from "./random.ts";
import type { Process, Scheduler } from "./scheduler.ts";

const ORIGIN = { peer: "192.0.2.1", forwardedFor: "", edge: undefined };

const LOOKS_EVERY = 60_000;
/** A function behind the API is stopped after this many seconds. */
const API_SECONDS = 15;

const WORDS = [
  ["approve", 7],
  ["regenerate", 2],
  ["drop", 1],
] as const;

type Uses = {
  scheduler: Scheduler;
  random: Random;
  db: DynamoDBDocumentClient;
  backend: Backend;
  approves: boolean;
};

/**
 * The owner of an agent in draft mode. Every minute the owner approves, regenerates or drops each draft, sometimes in
 * two browsers at once. The API's own code handles the actions, and its calls can fail like all others.
 */
export function answerDraftsOf(user: string, uses: Uses): void {
  const { scheduler, db } = uses;
  scheduler.at(scheduler.now + LOOKS_EVERY, () => {
    const look = async () => {
      const where = ({ state }: { state: string }) => state === "drafted";
      return (await new RunStore(db, "runs").list({ userId: user, where, limit: 100 })).runs;
    };
    void scheduler.alone(look).then((drafts) => {
      for (const { run_id } of drafts) answer(user, run_id, uses);
    });
    answerDraftsOf(user, uses);
  });
}

function answer(user: string, id: string, { scheduler, random, backend, approves }: Uses): void {
  const { approveRun, dropRun, regenerateRun } = api(backend);
  const request = { user: { id: user, username: user }, params: { id }, query: undefined, cookies: [], origin: ORIGIN };
  const word = approves ? "approve" : random.weighted(WORDS, "approve");
  for (let browser = !approves && random.chance(0.3) ? 2 : 1; browser > 0; browser--) {
    const process: Process = { name: `owner of ${id.slice(-6)}`, alive: true };
    const work = async () => {
      if (word === "drop") await dropRun({ ...request, body: {} });
      else if (word === "regenerate") await regenerateRun({ ...request, body: { hint: undefined } });
      else await approveRun({ ...request, body: { text: undefined } });
    };
    // If an action fails, or another browser was quicker, the owner sees that at the next visit.
    scheduler.spawn(process, work).catch(() => {});
    scheduler.at(scheduler.now + API_SECONDS * 1000, () => scheduler.kill(process));
  }
}

function api(backend: Backend) {
  const db = dynamo();
  return conversationHandlers({
    runs: new RunStore(db, "runs"),
    jobs: new JobQueue(sqs(), backend.queueUrl),
    mails: new RawMails(s3(), BUCKET),
    agents: new AgentStore(db, "agents"),
    users: new UserStore(db, "users"),
    testMails: new HourlyLimit(db, "hourly-limits", { name: "test-mails", perHour: 1 }),
    now: () => new Date(),
  });
}
