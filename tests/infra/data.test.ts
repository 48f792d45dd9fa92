import { expect, test } from "vitest";
import * as z from "zod";
import { refusedOverPlainHttp } from "./plain-http.ts";
import { readable, resourcesOf } from "./template.ts";

const STATEFUL = ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::Cognito::UserPool"];

const key = z.object({ AttributeName: z.string() }).transform(({ AttributeName }) => AttributeName);
const properties = z.object({
  KeySchema: z.array(key),
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema: z.array(key) })).default([]),
  BillingMode: z.string(),
  DeletionProtectionEnabled: z.boolean(),
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.literal(true) }).optional(),
});
const tables = new Map(
  resourcesOf("AWS::DynamoDB::Table").map(([id, { Properties }]) => [
    readable({ Ref: id }),
    properties.parse(Properties),
  ]),
);

test.each(STATEFUL)("every %s is retained when the stack is deleted", (type) => {
  // The web app's bucket holds only built files and is deleted with the stack. A failed first deployment also removes
  // what it made, except for the bucket of mails: SES's test object is in it, and CloudFormation cannot delete a bucket
  // that is not empty.
  const policy = type === "AWS::S3::Bucket" ? "Retain" : "RetainExceptOnCreate";
  const found = resourcesOf(type).filter(([id]) => !id.startsWith("WebBucket"));
  expect(found.length).toBeGreaterThan(0);
  for (const [, { DeletionPolicy, UpdateReplacePolicy }] of found) {
    expect([DeletionPolicy, UpdateReplacePolicy]).toEqual([policy, "Retain"]);
  }
});

test("retained resources keep their logical ids, because CloudFormation would create empty ones under other ids", () => {
  const ids = STATEFUL.flatMap((type) => resourcesOf(type).map(([id]) => id)).filter(
    (id) => !id.startsWith("WebBucket"),
  );
  expect(ids.sort()).toEqual([
    "AccountsPool5D126928",
    "RawMailBucket20C34D36",
    "TablesAddressesA941F62F",
    "TablesAiConfigurationsFB268CC1",
    "TablesApiTokenOwnersEBBEF403",
    "TablesApiTokensF1D9751E",
    "TablesAutomationAgents76251236",
    "TablesBlocked7F1C250C",
    "TablesCallerLimits592C5CFE",
    "TablesDeliveryMarks1A048B3E",
    "TablesDeniedSendersD87E2E00",
    "TablesDomainHolders2757AB66",
    "TablesDomainsB47CF921",
    "TablesHourlyLimits5772B563",
    "TablesIdempotencyKeys202702E1",
    "TablesMailboxes21D31D9A",
    "TablesNoticeMarksEBD5A9C0",
    "TablesQuietThreads72CF6E0F",
    "TablesReminders622DEDAA",
    "TablesRunnerMarksAF50C45A",
    "TablesRunsB40D77DF",
    "TablesUsageA60E9525",
    "TablesUsersBA34CAA2",
    "TablesWebhookDeliveriesB9A5DC79",
    "TablesWebhooks9E9DC764",
    "VaultKey15E6834C",
    "WebhooksKeyAE0D0085",
  ]);
});

test("the tables and their indexes have the designed keys", () => {
  const keys = [...tables].map(([name, { KeySchema, GlobalSecondaryIndexes }]) => [
    name.replace(/^Tables/, ""),
    [KeySchema, ...GlobalSecondaryIndexes.map((index) => [index.IndexName, ...index.KeySchema])],
  ]);
  expect(Object.fromEntries(keys)).toEqual({
    Users: [["user_id"]],
    AiConfigurations: [["user_id", "provider"]],
    AutomationAgents: [["user_id", "agent_id"]],
    Addresses: [["address"]],
    Runs: [
      ["user_id", "run_id"],
      ["by_agent", "user_id", "agent_run"],
      ["by_thread", "user_id", "thread_run"],
      ["unsettled", "unsettled_shard", "next_check_at"],
      ["waiting", "user_id", "waiting_run"],
    ],
    Usage: [["user_id", "day"]],
    Mailboxes: [["user_id", "row"]],
    QuietThreads: [["user_id", "thread_id"]],
    Blocked: [["user_id", "correspondent"]],
    DeniedSenders: [["user_id", "denied"]],
    HourlyLimits: [["user_id", "hour"]],
    RunnerMarks: [["user_id", "mark"]],
    DeliveryMarks: [["user_id", "mark"]],
    NoticeMarks: [["user_id", "mark"]],
    Domains: [
      ["user_id", "domain"],
      ["by_check", "check_shard", "next_check_at"],
    ],
    DomainHolders: [["domain"]],
    Webhooks: [["user_id", "webhook_id"]],
    WebhookDeliveries: [["user_id", "delivery"]],
    Reminders: [["user_id"], ["due", "due_shard", "due_at"]],
    ApiTokens: [["user_id", "token_id"]],
    ApiTokenOwners: [["token_hash"]],
    IdempotencyKeys: [["user_id", "request"]],
    CallerLimits: [["caller", "window"]],
  });
});

test("every table is billed per request and protected from deletion", () => {
  for (const { BillingMode, DeletionProtectionEnabled } of tables.values()) {
    expect([BillingMode, DeletionProtectionEnabled]).toEqual(["PAY_PER_REQUEST", true]);
  }
});

test("the tables of AI keys and of repeated answers have no recovery, and no table has a stream, so a deleted key is gone", () => {
  const unrecoverable = [...tables].filter(
    ([, table]) => !table.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled,
  );
  expect(unrecoverable.map(([name]) => name)).toEqual(["TablesAiConfigurations", "TablesIdempotencyKeys"]);
  for (const [, { Properties }] of resourcesOf("AWS::DynamoDB::Table")) {
    expect(Properties).not.toHaveProperty("StreamSpecification");
  }
});

test("only marks, counters of hours, the log of webhooks, ended tokens, repeated answers and what stood among usage before expire", () => {
  const expiring = [...tables].filter(([, table]) => table.TimeToLiveSpecification);
  const marks = ["HourlyLimits", "RunnerMarks", "DeliveryMarks", "NoticeMarks"];
  const names = [
    "Usage",
    "Mailboxes",
    ...marks,
    "WebhookDeliveries",
    "ApiTokens",
    "ApiTokenOwners",
    "IdempotencyKeys",
    "CallerLimits",
  ];
  expect(expiring.map(([name, table]) => [name, table.TimeToLiveSpecification?.AttributeName])).toEqual(
    names.map((name) => [`Tables${name}`, "expires_at"]),
  );
});

test("raw mails and the web app's files are transferred over TLS only", () => {
  const refused = refusedOverPlainHttp("AWS::S3::BucketPolicy");
  expect(refused).toEqual([
    ["s3:*", "RawMailBucket.Arn"],
    ["s3:*", "RawMailBucket.Arn/*"],
    ["s3:*", "WebBucket.Arn"],
    ["s3:*", "WebBucket.Arn/*"],
  ]);
});

test("raw mails are private, encrypted, and deleted after 90 days", () => {
  const bucket = resourcesOf("AWS::S3::Bucket").find(([id]) => id.startsWith("RawMailBucket"));
  expect(bucket?.[1].Properties).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
    },
    LifecycleConfiguration: { Rules: [{ ExpirationInDays: 90, Status: "Enabled" }] },
  });
});
