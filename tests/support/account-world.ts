import { AdminCreateUserCommand, AdminSetUserPasswordCommand } from "@aws-sdk/client-cognito-identity-provider";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../../functions/account/deps.ts";
import type { Deps as DeletionDeps } from "../../functions/account-deletion/handler.ts";
import { AccountEnding } from "../../shared/accounts/account-ending.ts";
import { Sessions } from "../../shared/accounts/sessions.ts";
import { AddressClaims } from "../../shared/agents/address-claims.ts";
import { AgentStore } from "../../shared/agents/agent-store.ts";
import { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import { RawMails } from "../../shared/aws/raw-mails.ts";
import { BlockList } from "../../shared/correspondents/block-list.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { TokenOwners } from "../../shared/tokens/token-owners.ts";
import { TokenStore } from "../../shared/tokens/token-store.ts";
import { UsageReader } from "../../shared/usage/usage-reader.ts";
import { DeletionQueue } from "../../shared/users/deletion-queue.ts";
import { UserRows } from "../../shared/users/user-rows.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { startDynamo } from "./dynamo.ts";
import { makeJobQueue } from "./job-queue.ts";
import { MARK_TABLES } from "./tables.ts";
import { startTestAws } from "./test-aws.ts";
import { POOL } from "./tokens.ts";

export const PASSWORD = "correct horse battery";
const TABLES = {
  users: { partition: "user_id" },
  configs: { partition: "user_id", sort: "provider" },
  agents: { partition: "user_id", sort: "agent_id" },
  addresses: { partition: "address" },
  runs: { partition: "user_id", sort: "run_id" },
  "api-tokens": { partition: "user_id", sort: "token_id" },
  "api-token-owners": { partition: "token_hash" },
  "idempotency-keys": { partition: "user_id", sort: "request" },
  ...MARK_TABLES,
};

/** What the account function and the deletion of accounts work with, as their index.ts files wire it, in memory. */
export async function startAccountWorld() {
  const [aws, dynamo] = await Promise.all([startTestAws(), startDynamo(TABLES)]);
  const { db } = dynamo;
  const { QueueUrl = "" } = await aws.sqs.send(new CreateQueueCommand({ QueueName: "deletions" }));
  await aws.s3.send(new CreateBucketCommand({ Bucket: "mails" }));
  const runner = await makeJobQueue(aws.sqs);
  const accounts = new AccountEnding(aws.cognito, POOL.USER_POOL_ID);
  const users = new UserStore(db, "users");
  const deletions = new DeletionQueue(aws.sqs, QueueUrl);
  const sessions = new Sessions(aws.cognito, POOL.USER_POOL_ID, POOL.USER_POOL_CLIENT_ID);
  const deps: Deps = {
    users,
    configs: new ConfigStore(db, "configs"),
    agents: new AgentStore(db, "agents"),
    runs: new RunStore(db, "runs"),
    usage: new UsageReader(db, "usage"),
    blocked: new BlockList(db, "blocked"),
    tokens: new TokenStore(db, "api-tokens"),
    sessions,
    accounts,
    jobs: runner.jobs,
    deletions,
    now: () => new Date(),
  };
  const deletionDeps: DeletionDeps = {
    users,
    accounts,
    claims: new AddressClaims(db, "addresses", "agents.example"),
    tokenOwners: new TokenOwners(db, "api-token-owners"),
    mails: new RawMails(aws.s3, "mails"),
    rows: {
      configs: new UserRows(db, "configs", "provider"),
      apiTokens: new UserRows(db, "api-tokens", "token_id"),
      agents: new UserRows(db, "agents", "agent_id"),
      runs: new UserRows(db, "runs", "run_id"),
      usage: new UserRows(db, "usage", "day"),
      blocked: new UserRows(db, "blocked", "correspondent"),
      hourlyLimits: new UserRows(db, "hourly-limits", "hour"),
      runnerMarks: new UserRows(db, "runner-marks", "mark"),
      deliveryMarks: new UserRows(db, "delivery-marks", "mark"),
      noticeMarks: new UserRows(db, "notice-marks", "mark"),
      idempotencyKeys: new UserRows(db, "idempotency-keys", "request"),
    },
    deletions,
    lastLookSeconds: 1_200,
    logInSeconds: 60,
    now: () => new Date(),
  };
  return {
    aws,
    db,
    deps,
    sessions,
    deletionDeps,
    /** An account of the user pool with its row, logged in. */
    async person(name: string) {
      const email = `${name}@people.example`;
      const who = { UserPoolId: POOL.USER_POOL_ID, Username: email };
      const { User } = await aws.cognito.send(new AdminCreateUserCommand({ ...who, MessageAction: "SUPPRESS" }));
      await aws.cognito.send(new AdminSetUserPasswordCommand({ ...who, Password: PASSWORD, Permanent: true }));
      const id = User?.Username ?? "";
      await users.add({ user_id: id, email, name, created_at: new Date().toISOString() });
      return { id, email, ...(await sessions.logIn({ email, password: PASSWORD })) };
    },
    /** The jobs that may be worked now; they are gone from the queue afterwards. */
    async jobs(): Promise<unknown[]> {
      const { Messages = [] } = await aws.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      return Messages.map(({ Body = "" }) => JSON.parse(Body));
    },
    /** What the runner is to do. */
    runnerJobs: runner.sent,
    /** Every row of every table that holds the text anywhere, as `table: row`. */
    async rowsWith(text: string): Promise<string[]> {
      const tables = Object.keys(TABLES).map(async (TableName) => {
        const { Items = [] } = await db.send(new ScanCommand({ TableName }));
        return Items.map((item) => `${TableName}: ${JSON.stringify(item)}`);
      });
      return (await Promise.all(tables)).flat().filter((row) => row.includes(text));
    },
    stop: () => Promise.all([aws.stop(), dynamo.stop()]),
  };
}
export type AccountWorld = Awaited<ReturnType<typeof startAccountWorld>>;
