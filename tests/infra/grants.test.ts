import { expect, test } from "vitest";
import * as z from "zod";
import { functionName, roleOf, type Statement, statementsOf } from "./roles.ts";
import { readable, resourcesOf } from "./template.ts";

type Grants = Record<string, string[]>;

const CONSUME = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
const SES = "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>";

/** Who tells the sender of webhooks what happened looks which endpoints its owner has. */
const ANNOUNCE: Grants = {
  "TablesWebhooks.Arn": ["dynamodb:Query"],
  "WebhooksJobsQueue.Arn": ["sqs:SendMessage"],
};

const DOMAIN_CHECKS: Grants = {
  "TablesDomains.Arn": ["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
  "TablesDomainHolders.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
  "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
  "NoticesWaitingQueue.Arn": ["sqs:SendMessage"],
  ...ANNOUNCE,
  [`${SES}:identity/*`]: [
    "ses:GetEmailIdentity",
    "ses:CreateEmailIdentity",
    "ses:TagResource",
    "ses:DeleteEmailIdentity",
    "ses:PutEmailIdentityMailFromAttributes",
    "ses:PutEmailIdentityFeedbackAttributes",
  ],
};

/** Every right in the template, beside that of a function to write its own log. A new function is added here. */
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
    "TablesDomainHolders.Arn": ["dynamodb:GetItem"],
    "TablesDeniedSenders.Arn": [
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:Query",
      "dynamodb:DeleteItem",
    ],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
    "TablesApiTokens.Arn": ["dynamodb:GetItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  mailboxes: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:GetItem"],
    "TablesMailboxes.Arn": ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem"],
    "TablesHourlyLimits.Arn": ["dynamodb:UpdateItem"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
    "TablesApiTokens.Arn": ["dynamodb:GetItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  conversations: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:GetItem"],
    "TablesHourlyLimits.Arn": ["dynamodb:UpdateItem"],
    "TablesQuietThreads.Arn": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
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
  domains: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:GetItem"],
    "TablesHourlyLimits.Arn": ["dynamodb:UpdateItem"],
    ...DOMAIN_CHECKS,
    "TablesApiTokens.Arn": ["dynamodb:GetItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    "TablesDomains.Arn": [
      "dynamodb:GetItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
    ],
  },
  "domain-checks": {
    ...DOMAIN_CHECKS,
    "TablesDomains.Arn/index/by_check": ["dynamodb:Query"],
  },
  account: {
    "AccountsPool.Arn": ["cognito-idp:AdminInitiateAuth", "cognito-idp:AdminUserGlobalSignOut"],
    "TablesUsers.Arn": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
    "TablesAiConfigurations.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:Query"],
    "TablesRuns.Arn": ["dynamodb:Query"],
    "TablesUsage.Arn": ["dynamodb:Query"],
    "TablesBlocked.Arn": ["dynamodb:Query"],
    "TablesMailboxes.Arn": ["dynamodb:Query"],
    "TablesQuietThreads.Arn": ["dynamodb:Query"],
    "TablesDomains.Arn": ["dynamodb:Query"],
    "TablesDeniedSenders.Arn": ["dynamodb:Query"],
    "TablesReminders.Arn": ["dynamodb:GetItem"],
    "TablesWebhooks.Arn": ["dynamodb:Query"],
    "TablesWebhookDeliveries.Arn": ["dynamodb:Query"],
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
  webhooks: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:Query"],
    "TablesHourlyLimits.Arn": ["dynamodb:UpdateItem"],
    "TablesWebhooks.Arn": [
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:Query",
    ],
    "TablesWebhookDeliveries.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query"],
    "WebhooksKey.Arn": ["kms:Encrypt"],
    "TablesApiTokens.Arn": ["dynamodb:GetItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    "WebhooksJobsQueue.Arn": ["sqs:SendMessage"],
  },
  openapi: {},
  // It calls the API with its caller's token: docs/decisions/0065.
  mcp: {},
  "mail-router": {
    "TablesAddresses.Arn": ["dynamodb:GetItem"],
    "TablesDomainHolders.Arn": ["dynamodb:GetItem"],
    "TablesRuns.Arn": ["dynamodb:PutItem"],
    ...ANNOUNCE,
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
    "OperatorMailsWaitingQueue.Arn": ["sqs:SendMessage"],
    "MailIntakeMailsQueue.Arn": CONSUME,
  },
  "agent-runner": {
    "TablesUsers.Arn": ["dynamodb:BatchGetItem"],
    "TablesAiConfigurations.Arn": ["dynamodb:BatchGetItem", "dynamodb:UpdateItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:BatchGetItem"],
    "TablesRuns.Arn": ["dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:Query"],
    "TablesRuns.Arn/index/by_agent": ["dynamodb:Query"],
    "TablesRuns.Arn/index/by_thread": ["dynamodb:Query"],
    "TablesDeniedSenders.Arn": ["dynamodb:BatchGetItem"],
    "TablesUsage.Arn": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
    "TablesRunnerMarks.Arn": ["dynamodb:BatchGetItem", "dynamodb:UpdateItem"],
    "TablesDeliveryMarks.Arn": ["dynamodb:GetItem"],
    "TablesBlocked.Arn": ["dynamodb:BatchGetItem"],
    "TablesMailboxes.Arn": ["dynamodb:BatchGetItem", "dynamodb:PutItem"],
    "TablesQuietThreads.Arn": ["dynamodb:BatchGetItem", "dynamodb:UpdateItem"],
    "TablesDomainHolders.Arn": ["dynamodb:GetItem"],
    ...ANNOUNCE,
    "VaultKey.Arn": ["kms:Decrypt"],
    "RawMailBucket.Arn/inbound/*": ["s3:GetObject"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage", ...CONSUME],
    "NoticesWaitingQueue.Arn": ["sqs:SendMessage"],
    // From the agents' domain, and from owners' own.
    [`${SES}:identity/*`]: ["ses:SendRawEmail", "ses:SendRawEmail"],
    [`${SES}:configuration-set/MailSendingConfigurationSet`]: ["ses:SendRawEmail"],
  },
  "delivery-events": {
    "TablesRuns.Arn": ["dynamodb:GetItem", "dynamodb:PutItem"],
    "TablesUsage.Arn": ["dynamodb:Query"],
    "TablesBlocked.Arn": ["dynamodb:UpdateItem"],
    "TablesDeliveryMarks.Arn": ["dynamodb:UpdateItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:UpdateItem", "dynamodb:GetItem"],
    ...ANNOUNCE,
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
    "TablesMailboxes.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesQuietThreads.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesDeniedSenders.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesReminders.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesHourlyLimits.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesRunnerMarks.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesDeliveryMarks.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesNoticeMarks.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesDomains.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesDomainHolders.Arn": ["dynamodb:GetItem", "dynamodb:DeleteItem"],
    [`${SES}:identity/*`]: ["ses:GetEmailIdentity", "ses:DeleteEmailIdentity"],
    "TablesWebhooks.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesWebhookDeliveries.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "RawMailBucket.Arn/inbound/*": ["s3:DeleteObject"],
    "AccountDeletionDeletionsQueue.Arn": ["sqs:SendMessage", ...CONSUME],
    "TablesApiTokens.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
    "TablesApiTokenOwners.Arn": ["dynamodb:DeleteItem"],
    "TablesIdempotencyKeys.Arn": ["dynamodb:Query", "dynamodb:DeleteItem"],
  },
  notifier: {
    "TablesUsers.Arn": ["dynamodb:GetItem"],
    "TablesNoticeMarks.Arn": ["dynamodb:UpdateItem"],
    "TablesReminders.Arn": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
    "TablesAutomationAgents.Arn": ["dynamodb:Query"],
    "TablesRuns.Arn/index/waiting": ["dynamodb:Query"],
    "TablesRuns.Arn/index/by_agent": ["dynamodb:Query"],
    "NoticesWaitingQueue.Arn": CONSUME,
    [`${SES}:identity/*`]: ["ses:SendRawEmail"],
    [`${SES}:configuration-set/MailSendingConfigurationSet`]: ["ses:SendRawEmail"],
  },
  // It talks to strangers' servers, and holds no right on a mail, a run, a user or an AI key.
  "webhook-sender": {
    "TablesWebhooks.Arn": ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem"],
    "TablesWebhookDeliveries.Arn": [
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:Query",
    ],
    "WebhooksKey.Arn": ["kms:Decrypt"],
    "WebhooksJobsQueue.Arn": ["sqs:SendMessage", ...CONSUME],
    "NoticesWaitingQueue.Arn": ["sqs:SendMessage"],
  },
  "operator-mail": {
    "TablesHourlyLimits.Arn": ["dynamodb:UpdateItem"],
    "RawMailBucket.Arn/inbound/*": ["s3:GetObject"],
    "OperatorMailsWaitingQueue.Arn": CONSUME,
    [`${SES}:identity/*`]: ["ses:SendRawEmail"],
    [`${SES}:configuration-set/MailSendingConfigurationSet`]: ["ses:SendRawEmail"],
  },
  sweeper: {
    "TablesRuns.Arn/index/unsettled": ["dynamodb:Query"],
    "TablesReminders.Arn/index/due": ["dynamodb:Query"],
    "AgentRunsJobsQueue.Arn": ["sqs:SendMessage"],
    "NoticesWaitingQueue.Arn": ["sqs:SendMessage"],
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

test("every role belongs to one function or schedule, and only Lambda may take a function's", () => {
  const roles = resourcesOf("AWS::IAM::Role").filter(([id]) => !scheduleRoles().includes(id));
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

test("a schedule's role invokes one function and nothing else, and only this account's Scheduler may take it", () => {
  const invoked = scheduleRoles().flatMap((id) => statementsOf(id));
  const arnOf = (name: string) => {
    const [id] = functions.find((fn) => functionName(fn) === name) ?? [];
    return readable({ "Fn::GetAtt": [id, "Arn"] });
  };
  expect(invoked).toEqual(
    ["domain-checks", "sweeper"].map((name) =>
      expect.objectContaining({ Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: [arnOf(name)] }),
    ),
  );
  for (const id of scheduleRoles()) {
    const [, role] = resourcesOf("AWS::IAM::Role").find(([each]) => each === id) ?? [];
    expect(role?.Properties["AssumeRolePolicyDocument"]).toMatchObject({
      Statement: [
        {
          Principal: { Service: "scheduler.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
        },
      ],
    });
  }
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

test("whoever sends mail may do so from the agents' own domain alone, and the runner from owners' domains", () => {
  const conditions = functions.flatMap(([, fn]) =>
    statementsOf(roleOf(fn))
      .filter(({ Action, Resource }) => Action.includes("ses:SendRawEmail") && Resource.includes(`${SES}:identity/*`))
      .map(({ Condition }) => [functionName(["", fn]), Condition]),
  );
  const own = { StringLike: { "ses:FromAddress": "*@agents.latchkey.test" } };
  const owners = { StringNotLike: { "ses:FromAddress": ["*@*.agents.latchkey.test", "*@latchkey.test"] } };
  const byName = conditions.toSorted(([one], [other]) => String(one).localeCompare(String(other)));
  expect(byName).toEqual([
    ["agent-runner", own],
    ["agent-runner", owners],
    ["notifier", own],
    ["operator-mail", own],
  ]);
});

test("whoever makes, changes or deletes an identity may do so with this stack's tag alone", () => {
  const statements = functions.flatMap(([, fn]) => statementsOf(roleOf(fn)));
  const writing = statements.filter(({ Action }) => Action.some((one) => /^ses:(?:Create|Delete|Put|Tag)/.test(one)));
  for (const { Action, Condition } of writing) {
    const tag = Action.includes("ses:CreateEmailIdentity") ? "RequestTag" : "ResourceTag";
    expect(Condition).toEqual({ StringEquals: { [`aws:${tag}/latchkey:stack`]: expect.any(String) } });
  }
  expect(writing).toHaveLength(5);
});

/** The logical ids of the roles that EventBridge Scheduler takes, in the order of their names. */
function scheduleRoles(): string[] {
  const target = z.object({ RoleArn: z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) }) });
  const schedules = resourcesOf("AWS::Scheduler::Schedule");
  return schedules.map(([, { Properties }]) => target.parse(Properties["Target"]).RoleArn["Fn::GetAtt"][0]).sort();
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
