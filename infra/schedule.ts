import { Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import type { Construct } from "constructs";
import type { LatchkeyFunction } from "./function.ts";

type When = { expression: string; description: string };

/** Has EventBridge Scheduler invoke a function again and again. Work that fails is done by the next invocation. */
export function invokeAgainAndAgain(scope: Construct, fn: LatchkeyFunction, { expression, description }: When): void {
  fn.lambda.configureAsyncInvoke({ retryAttempts: 0 });
  const { functionArn } = fn.lambda;
  const role = new Role(scope, "ScheduleRole", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      // Else a schedule of somebody else's account could take the role (confused deputy):
      // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  });
  role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [functionArn] }));
  const schedule = new CfnSchedule(scope, "Schedule", {
    description,
    scheduleExpression: expression,
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: functionArn,
      roleArn: role.roleArn,
      retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
    },
  });
  // Scheduler tries the role when the schedule is made.
  schedule.node.addDependency(role);
}
