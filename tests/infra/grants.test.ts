import { expect, test } from "vitest";
import * as z from "zod";
import { functionName, roleOf, type Statement, statementsOf } from "./roles.ts";
import { readable, resourcesOf } from "./template.ts";

type Grants = Record<string, string[]>;

const CONSUME = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
const SES = "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>";

/**
 * Every right in the template, except the right of each function to write its own log. A new function is added here.
 */
const GRANTS: Record<string, Grants> = {
  auth: {
    "AccountsPool.Arn": [
      "cognito-idp:AdminCreateUser",
      "cognito-idp:AdminSetUserPassword",
      "cognito-idp:AdminInitiateAuth",
      "cognito-idp:AdminGetUser",
      "cognito-idp:AdminDeleteUser",
      "cognito-idp:AdminUserGlobalSignOut",
    ],
    "TablesUsers.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
    "TablesCallerLimits.Arn": ["dynamodb:UpdateItem"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
  },
  "ai-config": {
    "TablesAiConfigurations.Arn": ["dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query"],
    "TablesUsers.Arn": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
    "TablesHourlyLimits.Arn": ["dynamodb:UpdateItem"],
    "VaultKey.Arn": ["kms:Encrypt"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
    "TablesApiTokens.Arn": ["dynamodb:GetItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  agents: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesAiConfigurations.Arn": ["dynamodb:Query"],
    "TablesAutomationAgents.Arn": [
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:Query",
    ],
    "TablesAddresses.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
    "TablesHourlyLimits.Arn": ["dynamodb:UpdateItem"],
    "TablesBlocked.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
    "TablesApiTokens.Arn": ["dynamodb:GetItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  conversations: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:GetItem"],
    "TablesHourlyLimits.Arn": ["dynamodb:UpdateItem"],
    "TablesRuns.Arn": ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
    "TablesRuns.Arn/index/by_agent": ["dynamodb:Query"],
    "TablesRuns.Arn/index/by_thread": ["dynamodb:Query"],
    "RawMailBucket.Arn/inbound/*": ["s3:GetObject"],
    "RawMailBucket.Arn/inbound/test-*": ["s3:PutObject"],
    "TablesApiTokens.Arn": ["dynamodb:GetItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  usage: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesUsage.Arn": ["dynamodb:Query"],
    "TablesApiTokens.Arn": ["dynamodb:GetItem"],
  },
  account: {
    "AccountsPool.Arn": ["cognito-idp:AdminInitiateAuth", "cognito-idp:AdminUserGlobalSignOut"],
    "TablesUsers.Arn": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
    "TablesAiConfigurations.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:Query"],
    "TablesRuns.Arn": ["dynamodb:Query"],
    "TablesUsage.Arn": ["dynamodb:Query"],
    "TablesBlocked.Arn": ["dynamodb:Query"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
    "AccountDeletionDeletionsQueue.Arn": ["sqs:SendMessage"],
    "TablesApiTokens.Arn": ["dynamodb:Query", "dynamodb:GetItem"],
  },
  tokens: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:GetItem"],
    "TablesApiTokens.Arn": ["dynamodb:PutItem", "dynamodb:Query", "dynamodb:DeleteItem", "dynamodb:GetItem"],
    "TablesApiTokenOwners.Arn": ["dynamodb:PutItem", "dynamodb:DeleteItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  authorizer: {
    "TablesApiTokenOwners.Arn": ["dynamodb:GetItem"],
    "TablesApiTokens.Arn": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
  },
  openapi: {},
  "mail-router": {
    "TablesAddresses.Arn": ["dynamodb:GetItem"],
    "TablesRuns.Arn": ["dynamodb:PutItem"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
    "MailIntakeMailsQueue.Arn": CONSUME,
  },
  "agent-runner": {
    "TablesUsers.Arn": ["dynamodb:BatchGetItem"],
    "TablesAiConfigurations.Arn": ["dynamodb:BatchGetItem", "dynamodb:UpdateItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:BatchGetItem"],
    "TablesRuns.Arn": ["dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:Query"],
    "TablesRuns.Arn/index/by_thread": ["dynamodb:Query"],
    "TablesUsage.Arn": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
    "TablesRunnerMarks.Arn": ["dynamodb:BatchGetItem", "dynamodb:UpdateItem"],
    "TablesDeliveryMarks.Arn": ["dynamodb:GetItem"],
    "TablesBlocked.Arn": ["dynamodb:BatchGetItem"],
    "VaultKey.Arn": ["kms:Decrypt"],
    "RawMailBucket.Arn/inbound/*": ["s3:GetObject"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage", ...CONSUME],
    "NoticesWaitingQueue.Arn": ["sqs:SendMessage"],
    [`${SES}:identity/*`]: ["ses:SendRawEmail"],
    [`${SES}:configuration-set/MailSendingConfigurationSet`]: ["ses:SendRawEmail"],
  },
  "delivery-events": {
    "TablesRuns.Arn": ["dynamodb:GetItem", "dynamodb:PutItem"],
    "TablesUsage.Arn": ["dynamodb:Query"],
    "TablesBlocked.Arn": ["dynamodb:UpdateItem"],
    "TablesDeliveryMarks.Arn": ["dynamodb:UpdateItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:UpdateItem", "dynamodb:GetItem"],
    "DeliveryEventsQueue.Arn": CONSUME,
    "NoticesWaitingQueue.Arn": ["sqs:SendMessage"],
  },
  "account-deletion": {
    "AccountsPool.Arn": ["cognito-idp:AdminDeleteUser"],
    "TablesUsers.Arn": ["dynamodb:GetItem", "dynamodb:DeleteItem"],
    "TablesAiConfigurations.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesAddresses.Arn": ["dynamodb:UpdateItem", "dynamodb:DeleteItem"],
    "TablesRuns.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesUsage.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesBlocked.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesHourlyLimits.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesRunnerMarks.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesDeliveryMarks.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesNoticeMarks.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "RawMailBucket.Arn/inbound/*": ["s3:DeleteObject"],
    "AccountDeletionDeletionsQueue.Arn": ["sqs:SendMessage", ...CONSUME],
    "TablesApiTokens.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesApiTokenOwners.Arn": ["dynamodb:DeleteItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
  },
  notifier: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesNoticeMarks.Arn": ["dynamodb:UpdateItem"],
    "NoticesWaitingQueue.Arn": CONSUME,
    [`${SES}:identity/*`]: ["ses:SendRawEmail"],
    [`${SES}:configuration-set/MailSendingConfigurationSet`]: ["ses:SendRawEmail"],
  },
  sweeper: {
    "TablesRuns.Arn/index/unsettled": ["dynamodb:Query"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
  },
  "web-deployment": {
    "WebBucket.Arn": ["s3:ListBucket"],
    "WebBucket.Arn/*": ["s3:PutObject", "s3:DeleteObject"],
  },
  "rule-set-activation": { "*": ["ses:DescribeActiveReceiptRuleSet", "ses:SetActiveReceiptRuleSet"] },
};

const functions = resourcesOf("AWS::Lambda::Function");
const logGroup = z.object({ LoggingConfig: z.object({ LogGroup: z.unknown() }) });

test("the template has exactly the functions of the table", () => {
  expect(functions.map(functionName).sort()).toEqual(Object.keys(GRANTS).sort());
});

test("every role belongs to one function or the schedule, and only Lambda may assume a function's role", () => {
  const roles = resourcesOf("AWS::IAM::Role").filter(([id]) => id !== scheduleRole());
  expect(roles.map(([id]) => id).sort()).toEqual(functions.map(([, fn]) => roleOf(fn)).sort());
  for (const [, { Properties }] of roles) {
    expect(Properties).toEqual({
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
      },
    });
  }
});

test("the schedule's role may only invoke the sweeper, and only this account's Scheduler may assume it", () => {
  const [sweeper] = functions.find((fn) => functionName(fn) === "sweeper") ?? [];
  const [id, role] = resourcesOf("AWS::IAM::Role").find(([each]) => each === scheduleRole()) ?? [];
  expect(statementsOf(id ?? "")).toMatchObject([
    { Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: [readable({ "Fn::GetAtt": [sweeper, "Arn"] })] },
  ]);
  expect(role?.Properties["AssumeRolePolicyDocument"]).toMatchObject({
    Statement: [
      {
        Principal: { Service: "scheduler.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
      },
    ],
  });
});

test("all rights come from policies with a single role", () => {
  const shared = resourcesOf("AWS::IAM::Policy").filter(
    ([, { Properties }]) => z.array(z.unknown()).parse(Properties["Roles"]).length !== 1,
  );
  expect(shared).toEqual([]);
  expect(resourcesOf("AWS::IAM::ManagedPolicy")).toEqual([]);
  expect(resourcesOf("AWS::IAM::RolePolicy")).toEqual([]);
});

test.each(functions.map((fn) => [functionName(fn), fn] as const))(
  "%s has exactly its listed rights",
  (name, [, fn]) => {
    const log = `${readable(logGroup.parse(fn.Properties).LoggingConfig.LogGroup)}.Arn`;
    expect(collect(statementsOf(roleOf(fn)))).toEqual(
      sorted({ ...GRANTS[name], [log]: ["logs:CreateLogStream", "logs:PutLogEvents"] }),
    );
  },
);

test("only the runner writes the amounts that count against budgets, and only account deletion deletes them", () => {
  const may = (table: string, ...actions: string[]) =>
    functions
      .filter(([, fn]) => {
        const allowed = statementsOf(roleOf(fn)).filter(({ Resource }) => Resource.includes(`Tables${table}.Arn`));
        return allowed.some(({ Action }) => Action.some((action) => actions.includes(action)));
      })
      .map(functionName);
  expect(may("Usage", "dynamodb:PutItem", "dynamodb:UpdateItem")).toEqual(["agent-runner"]);
  expect(may("Usage", "dynamodb:DeleteItem")).toEqual(["account-deletion"]);
});

test("the functions that send mail may send only from the agents' own domain", () => {
  const sending = functions
    .flatMap(([, fn]) => statementsOf(roleOf(fn)))
    .filter(({ Resource }) => {
      return Resource.includes(`${SES}:identity/*`);
    });
  expect(sending.map(({ Condition }) => Condition)).toEqual(
    Array(2).fill({ StringLike: { "ses:FromAddress": "*@agents.latchkey.test" } }),
  );
});

/** The logical id of the role that EventBridge Scheduler assumes. */
function scheduleRole(): string {
  const target = z.object({ RoleArn: z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) }) });
  const [schedule] = resourcesOf("AWS::Scheduler::Schedule");
  return target.parse(schedule?.[1].Properties["Target"]).RoleArn["Fn::GetAtt"][0];
}

function collect(statements: Statement[]): Grants {
  const grants: Grants = {};
  for (const { Effect, Action, Resource } of statements) {
    expect(Effect).toBe("Allow");
    for (const resource of Resource) grants[resource] = [...(grants[resource] ?? []), ...Action];
  }
  return sorted(grants);
}

function sorted(grants: Grants): Grants {
  return Object.fromEntries(Object.entries(grants).map(([resource, actions]) => [resource, actions.toSorted()]));
}
