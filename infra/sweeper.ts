import { Construct } from "constructs";
import type { Env } from "../functions/sweeper/env.ts";
import { LatchkeyFunction } from "./function.ts";
import type { WorkQueue } from "./queue.ts";
import { invokeAgainAndAgain } from "./schedule.ts";
import type { Tables } from "./tables.ts";

/** Comes back to the runs that nobody else comes back to. */
export class Sweeper extends Construct {
  readonly sweeper: LatchkeyFunction;

  constructor(scope: Construct, id: string, { tables, jobs }: { tables: Tables; jobs: WorkQueue }) {
    super(scope, id);
    this.sweeper = new LatchkeyFunction(this, "Sweeper", {
      name: "sweeper",
      seconds: 60,
      megabytes: 256,
      environment: {
        RUNS_TABLE: tables.runs.tableName,
        AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
      } satisfies Env,
    });
    this.sweeper.allow(tables.runsIndexArn("unsettled"), "dynamodb:Query");
    this.sweeper.allow(jobs.queue.queueArn, "sqs:SendMessage");
    // A sweep that fails is not repeated: the next one does its work, and the function's alarm tells of it.
    invokeAgainAndAgain(this, this.sweeper, {
      expression: "rate(5 minutes)",
      description: "Latchkey: sends overdue runs back to work",
    });
  }
}
