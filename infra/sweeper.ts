import { Construct } from "constructs";
import type { Env } from "../functions/sweeper/env.ts";
import { LatchkeyFunction } from "./function.ts";
import type { WorkQueue } from "./queue.ts";
import { invokeAgainAndAgain } from "./schedule.ts";
import type { Tables } from "./tables.ts";

type Uses = { tables: Tables; jobs: WorkQueue; notices: WorkQueue };

/** Comes back to the runs that nobody else comes back to, and to the owners whose reminders are due. */
export class Sweeper extends Construct {
  readonly sweeper: LatchkeyFunction;

  constructor(scope: Construct, id: string, { tables, jobs, notices }: Uses) {
    super(scope, id);
    this.sweeper = new LatchkeyFunction(this, "Sweeper", {
      name: "sweeper",
      seconds: 60,
      megabytes: 256,
      environment: {
        RUNS_TABLE: tables.runs.tableName,
        AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
        REMINDERS_TABLE: tables.reminders.tableName,
        NOTICES_QUEUE_URL: notices.queue.queueUrl,
      } satisfies Env,
    });
    this.sweeper.allow(tables.runsIndexArn("unsettled"), "dynamodb:Query");
    this.sweeper.allow(jobs.queue.queueArn, "sqs:SendMessage");
    this.sweeper.allow(tables.remindersDueArn, "dynamodb:Query");
    this.sweeper.allow(notices.queue.queueArn, "sqs:SendMessage");
    // A sweep that fails is not repeated: the next one does its work, and the function's alarm tells of it.
    invokeAgainAndAgain(this, this.sweeper, {
      expression: "rate(5 minutes)",
      description: "Latchkey: sends overdue runs back to work",
    });
  }
}
