import { Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import type { Env } from "../functions/sweeper/env.ts";
import { LatchkeyFunction } from "./function.ts";
import type { WorkQueue } from "./queue.ts";
import type { Tables } from "./tables.ts";

/** Sends a new job for each run that is overdue, for example because its job was lost. */
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
    // A failed sweep is not retried: the next one does its work, and the function's alarm reports the failure.
    this.sweeper.lambda.configureAsyncInvoke({ retryAttempts: 0 });
    this.schedule();
  }

  private schedule(): void {
    const { functionArn } = this.sweeper.lambda;
    const role = new Role(this, "ScheduleRole", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        // Otherwise a schedule of another account could assume the role (confused deputy):
        // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [functionArn] }));
    const schedule = new CfnSchedule(this, "Schedule", {
      description: "Latchkey: sends overdue runs back to work",
      scheduleExpression: "rate(5 minutes)",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
      },
    });
    // Scheduler tries the role when the schedule is created.
    schedule.node.addDependency(role);
  }
}
