import { Construct } from "constructs";
import type { Env as AccountEnv } from "../functions/account/env.ts";
import type { Env as AgentsEnv } from "../functions/agents/env.ts";
import type { Env as AiConfigEnv } from "../functions/ai-config/env.ts";
import type { Env as AuthEnv } from "../functions/auth/env.ts";
import type { Env as ConversationsEnv } from "../functions/conversations/env.ts";
import type { Env as UsageEnv } from "../functions/usage/env.ts";
import type { ApiFunction } from "../shared/api/route.ts";
import type { Accounts } from "./accounts.ts";
import { edgeProof } from "./edge-proof.ts";
import { LatchkeyFunction } from "./function.ts";
import { countLines } from "./log-metric.ts";
import { platformQuota } from "./platform-key.ts";
import type { WorkQueue } from "./queue.ts";
import type { RawMail } from "./raw-mail.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";
import type { VaultKey } from "./vault-key.ts";

type Uses = {
  accounts: Accounts;
  tables: Tables;
  vaultKey: VaultKey;
  rawMail: RawMail;
  jobs: WorkQueue;
  deletions: WorkQueue;
  settings: Settings;
};

/** The functions behind the HTTP API, each with the rights that its routes need. None may decrypt. */
export class ApiFunctions extends Construct {
  readonly byName: Record<ApiFunction, LatchkeyFunction>;

  constructor(scope: Construct, id: string, uses: Uses) {
    super(scope, id);
    this.byName = {
      auth: this.auth(uses),
      "ai-config": this.aiConfig(uses),
      agents: this.agents(uses),
      conversations: this.conversations(uses),
      usage: this.usage(uses),
      account: this.account(uses),
      openapi: this.function("OpenApi", "openapi", {}),
    };
  }

  private auth({ accounts, tables, jobs, settings }: Uses): LatchkeyFunction {
    const auth = this.function("Auth", "auth", {
      ...tokenEnv(accounts),
      USERS_TABLE: tables.users.tableName,
      CALLER_LIMITS_TABLE: tables.callerLimits.tableName,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
      EMAIL_CONFIRMATION: settings.emailConfirmation ? "on" : "off",
      EDGE_PROOF: edgeProof(this),
      CODES_PER_DAY: String(settings.codesPerDay),
    } satisfies AuthEnv);
    auth.allow(
      accounts.pool.userPoolArn,
      "cognito-idp:AdminCreateUser",
      "cognito-idp:AdminSetUserPassword",
      "cognito-idp:AdminInitiateAuth",
      "cognito-idp:AdminGetUser",
      "cognito-idp:AdminDeleteUser",
      "cognito-idp:AdminUserGlobalSignOut",
    );
    auth.allow(tables.users.tableArn, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
    // How often a caller has tried, and how many codes were mailed.
    auth.allow(tables.callerLimits.tableArn, "dynamodb:UpdateItem");
    // An address that is proved releases what waits for the platform's key.
    auth.allow(jobs.queue.queueArn, "sqs:SendMessage");
    return auth;
  }

  private aiConfig({ accounts, tables, vaultKey, jobs }: Uses): LatchkeyFunction {
    const aiConfig = this.function("AiConfig", "ai-config", {
      ...tokenEnv(accounts),
      USERS_TABLE: tables.users.tableName,
      AI_CONFIGURATIONS_TABLE: tables.aiConfigurations.tableName,
      HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
      VAULT_KEY_ARN: vaultKey.arn,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
    } satisfies AiConfigEnv);
    aiConfig.allow(tables.aiConfigurations.tableArn, "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query");
    aiConfig.allow(tables.users.tableArn, "dynamodb:GetItem", "dynamodb:UpdateItem");
    // How many keys a user has brought in this hour.
    aiConfig.allow(tables.hourlyLimits.tableArn, "dynamodb:UpdateItem");
    vaultKey.allow(aiConfig, "kms:Encrypt");
    // A stored key is checked by the runner, which alone can open it; a new one releases what waits for it.
    aiConfig.allow(jobs.queue.queueArn, "sqs:SendMessage");
    // The same metric as the runner's: a key that is stored may be the first call of all to a provider.
    countLines(aiConfig, "place_blocked", "PlaceBlocked");
    return aiConfig;
  }

  private agents({ accounts, tables, jobs, settings }: Uses): LatchkeyFunction {
    const agents = this.function("Agents", "agents", {
      ...tokenEnv(accounts),
      USERS_TABLE: tables.users.tableName,
      AI_CONFIGURATIONS_TABLE: tables.aiConfigurations.tableName,
      AGENTS_TABLE: tables.agents.tableName,
      ADDRESSES_TABLE: tables.addresses.tableName,
      BLOCKED_TABLE: tables.blocked.tableName,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
      MAIL_DOMAIN: settings.mailDomain,
    } satisfies AgentsEnv);
    agents.allow(tables.users.tableArn, "dynamodb:GetItem");
    // Which model answers, to say of a budget that it has no room for one answer.
    agents.allow(tables.aiConfigurations.tableArn, "dynamodb:Query");
    agents.allow(
      tables.agents.tableArn,
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:Query",
    );
    agents.allow(tables.addresses.tableArn, "dynamodb:PutItem", "dynamodb:UpdateItem");
    // The correspondents that an agent does not answer any more.
    agents.allow(tables.blocked.tableArn, "dynamodb:Query", "dynamodb:DeleteItem");
    // A limit that is raised releases what is held for it.
    agents.allow(jobs.queue.queueArn, "sqs:SendMessage");
    return agents;
  }

  private conversations({ accounts, tables, rawMail, jobs }: Uses): LatchkeyFunction {
    const conversations = this.function("Conversations", "conversations", {
      ...tokenEnv(accounts),
      USERS_TABLE: tables.users.tableName,
      AGENTS_TABLE: tables.agents.tableName,
      RUNS_TABLE: tables.runs.tableName,
      HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
      RAW_MAIL_BUCKET: rawMail.bucket.bucketName,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
    } satisfies ConversationsEnv);
    conversations.allow(tables.runs.tableArn, "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
    conversations.allow(tables.runsIndexArn("by_agent"), "dynamodb:Query");
    conversations.allow(tables.runsIndexArn("by_thread"), "dynamodb:Query");
    rawMail.allowRead(conversations);
    // A test mail: whose it is, what it is written to, how many there were this hour, and where it is put.
    conversations.allow(tables.users.tableArn, "dynamodb:GetItem");
    conversations.allow(tables.agents.tableArn, "dynamodb:GetItem");
    conversations.allow(tables.hourlyLimits.tableArn, "dynamodb:UpdateItem");
    rawMail.allowWriteTests(conversations);
    conversations.allow(jobs.queue.queueArn, "sqs:SendMessage");
    return conversations;
  }

  private usage({ accounts, tables }: Uses): LatchkeyFunction {
    const usage = this.function("Usage", "usage", {
      ...tokenEnv(accounts),
      USERS_TABLE: tables.users.tableName,
      USAGE_TABLE: tables.usage.tableName,
    } satisfies UsageEnv);
    usage.allow(tables.users.tableArn, "dynamodb:GetItem");
    usage.allow(tables.usage.tableArn, "dynamodb:Query");
    return usage;
  }

  private account({ accounts, tables, jobs, deletions, settings }: Uses): LatchkeyFunction {
    const account = this.function("Account", "account", {
      ...tokenEnv(accounts),
      USERS_TABLE: tables.users.tableName,
      AI_CONFIGURATIONS_TABLE: tables.aiConfigurations.tableName,
      AGENTS_TABLE: tables.agents.tableName,
      RUNS_TABLE: tables.runs.tableName,
      USAGE_TABLE: tables.usage.tableName,
      BLOCKED_TABLE: tables.blocked.tableName,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
      DELETIONS_QUEUE_URL: deletions.queue.queueUrl,
      ...platformQuota(settings),
    } satisfies AccountEnv);
    account.allow(tables.users.tableArn, "dynamodb:GetItem", "dynamodb:UpdateItem");
    // What it exports.
    for (const { tableArn } of [tables.agents, tables.runs, tables.usage, tables.blocked]) {
      account.allow(tableArn, "dynamodb:Query");
    }
    // At its owner's word the keys go at once; all else is left to the function that deletes accounts.
    account.allow(tables.aiConfigurations.tableArn, "dynamodb:Query", "dynamodb:DeleteItem");
    account.allow(accounts.pool.userPoolArn, "cognito-idp:AdminInitiateAuth", "cognito-idp:AdminUserGlobalSignOut");
    // A budget that is raised releases what is held for it.
    account.allow(jobs.queue.queueArn, "sqs:SendMessage");
    account.allow(deletions.queue.queueArn, "sqs:SendMessage");
    return account;
  }

  private function(id: string, name: ApiFunction, environment: Record<string, string>): LatchkeyFunction {
    return new LatchkeyFunction(this, id, { name, environment, seconds: 15, megabytes: 256 });
  }
}

function tokenEnv({ pool, client }: Accounts) {
  return { USER_POOL_ID: pool.userPoolId, USER_POOL_CLIENT_ID: client.userPoolClientId };
}
