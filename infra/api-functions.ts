import { Construct } from "constructs";
import type { Env as AccountEnv } from "../functions/account/env.ts";
import type { Env as AgentsEnv } from "../functions/agents/env.ts";
import type { Env as AiConfigEnv } from "../functions/ai-config/env.ts";
import type { Env as AuthEnv } from "../functions/auth/env.ts";
import type { Env as AuthorizerEnv } from "../functions/authorizer/env.ts";
import type { Env as ConversationsEnv } from "../functions/conversations/env.ts";
import type { Env as DomainsEnv } from "../functions/domains/env.ts";
import type { Env as MailboxesEnv } from "../functions/mailboxes/env.ts";
import type { Env as McpEnv } from "../functions/mcp/env.ts";
import type { Env as TokensEnv } from "../functions/tokens/env.ts";
import type { Env as UsageEnv } from "../functions/usage/env.ts";
import type { Env as WebhooksEnv } from "../functions/webhooks/env.ts";
import type { ApiFunction } from "../shared/api/route.ts";
import type { Accounts } from "./accounts.ts";
import { edgeProof } from "./edge-proof.ts";
import { LatchkeyFunction } from "./function.ts";
import { countLines } from "./log-metric.ts";
import { allowDomainChecks, domainEnv } from "./own-domains.ts";
import { platformQuota } from "./platform-key.ts";
import type { WorkQueue } from "./queue.ts";
import type { RawMail } from "./raw-mail.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";
import type { VaultKey } from "./vault-key.ts";
import type { Webhooks } from "./webhooks.ts";

type Uses = {
  accounts: Accounts;
  tables: Tables;
  vaultKey: VaultKey;
  rawMail: RawMail;
  jobs: WorkQueue;
  notices: WorkQueue;
  deletions: WorkQueue;
  webhooks: Webhooks;
  settings: Settings;
  /** Where the API answers. It is known when the whole stack is. */
  apiUrl: string;
};

/** The functions behind the HTTP API, each with the rights that its routes need. None may decrypt. */
export class ApiFunctions extends Construct {
  readonly byName: Record<ApiFunction, LatchkeyFunction>;
  /** Tells the gateway who calls. */
  readonly authorizer: LatchkeyFunction;

  constructor(scope: Construct, id: string, uses: Uses) {
    super(scope, id);
    this.byName = {
      auth: this.auth(uses),
      "ai-config": this.aiConfig(uses),
      agents: this.agents(uses),
      mailboxes: this.mailboxes(uses),
      conversations: this.conversations(uses),
      domains: this.domains(uses),
      usage: this.usage(uses),
      account: this.account(uses),
      webhooks: this.webhooks(uses),
      tokens: this.tokens(uses),
      openapi: this.function("OpenApi", "openapi", {}),
      mcp: this.mcp(uses),
    };
    this.authorizer = this.authorizerFunction(uses);
    // `auth` has sessions alone, `openapi` is for everybody, and `mcp` hands its caller's token on.
    const { auth: _sessions, openapi: _open, mcp: _caller, ...others } = this.byName;
    for (const fn of Object.values(others)) fn.allow(uses.tables.apiTokens.tableArn, "dynamodb:GetItem");
    const { "ai-config": aiConfig, agents, mailboxes, conversations, domains, tokens, webhooks } = others;
    for (const fn of [aiConfig, agents, mailboxes, conversations, domains, tokens, webhooks]) {
      fn.allow(uses.tables.idempotencyKeys.tableArn, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem");
    }
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
    // Counts the tries of a caller and the mailed codes.
    auth.allow(tables.callerLimits.tableArn, "dynamodb:UpdateItem");
    // A confirmed address requeues the mails that are held without a key, because the platform's key may answer them.
    auth.allow(jobs.queue.queueArn, "sqs:SendMessage");
    return auth;
  }

  private aiConfig({ accounts, tables, vaultKey, jobs }: Uses): LatchkeyFunction {
    const aiConfig = this.function("AiConfig", "ai-config", {
      ...callerEnv(accounts, tables),
      AI_CONFIGURATIONS_TABLE: tables.aiConfigurations.tableName,
      HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
      VAULT_KEY_ARN: vaultKey.arn,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
      IDEMPOTENCY_KEYS_TABLE: tables.idempotencyKeys.tableName,
    } satisfies AiConfigEnv);
    aiConfig.allow(tables.aiConfigurations.tableArn, "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query");
    aiConfig.allow(tables.users.tableArn, "dynamodb:GetItem", "dynamodb:UpdateItem");
    // Counts the keys that a user has stored in this hour.
    aiConfig.allow(tables.hourlyLimits.tableArn, "dynamodb:UpdateItem");
    vaultKey.allow(aiConfig, "kms:Encrypt");
    // Only the runner can open a stored key, so it checks it. A new key requeues the mails that are held for it.
    aiConfig.allow(jobs.queue.queueArn, "sqs:SendMessage");
    // The same metric as the runner's, because the check of a new key may be the first call to its provider.
    countLines(aiConfig, "place_blocked", "PlaceBlocked");
    return aiConfig;
  }

  private agents({ accounts, tables, jobs, settings }: Uses): LatchkeyFunction {
    const agents = this.function("Agents", "agents", {
      ...callerEnv(accounts, tables),
      AI_CONFIGURATIONS_TABLE: tables.aiConfigurations.tableName,
      AGENTS_TABLE: tables.agents.tableName,
      ADDRESSES_TABLE: tables.addresses.tableName,
      DOMAIN_HOLDERS_TABLE: tables.domainHolders.tableName,
      BLOCKED_TABLE: tables.blocked.tableName,
      DENIED_SENDERS_TABLE: tables.deniedSenders.tableName,
      HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
      MAIL_DOMAIN: settings.mailDomain,
      IDEMPOTENCY_KEYS_TABLE: tables.idempotencyKeys.tableName,
    } satisfies AgentsEnv);
    agents.allow(tables.users.tableArn, "dynamodb:GetItem");
    // Reads which model answers, to warn about a budget that has no room for one answer.
    agents.allow(tables.aiConfigurations.tableArn, "dynamodb:Query");
    agents.allow(
      tables.agents.tableArn,
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:Query",
    );
    // Looks whether an address is free, claims it, sets its end, ends it.
    agents.allow(
      tables.addresses.tableArn,
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
    );
    // Counts those looks and claims.
    agents.allow(tables.hourlyLimits.tableArn, "dynamodb:UpdateItem");
    // An address on an own domain is given out while its owner holds the domain.
    agents.allow(tables.domainHolders.tableArn, "dynamodb:GetItem");
    // Lists and unblocks the correspondents that an agent no longer answers.
    agents.allow(tables.blocked.tableArn, "dynamodb:Query", "dynamodb:DeleteItem");
    // Adds many denied senders at once, finds out which of them are new, lists and removes them.
    agents.allow(
      tables.deniedSenders.tableArn,
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:Query",
      "dynamodb:DeleteItem",
    );
    // A raised limit requeues the mails that it held.
    agents.allow(jobs.queue.queueArn, "sqs:SendMessage");
    return agents;
  }

  private mailboxes({ accounts, tables, jobs, settings }: Uses): LatchkeyFunction {
    const mailboxes = this.function("Mailboxes", "mailboxes", {
      ...callerEnv(accounts, tables),
      AGENTS_TABLE: tables.agents.tableName,
      MAILBOXES_TABLE: tables.mailboxes.tableName,
      HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
      MAIL_DOMAIN: settings.mailDomain,
      IDEMPOTENCY_KEYS_TABLE: tables.idempotencyKeys.tableName,
    } satisfies MailboxesEnv);
    mailboxes.allow(tables.users.tableArn, "dynamodb:GetItem");
    mailboxes.allow(tables.agents.tableArn, "dynamodb:GetItem");
    mailboxes.allow(tables.mailboxes.tableArn, "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
    // Counts the tests that a user asks for, and those of one mailbox.
    mailboxes.allow(tables.hourlyLimits.tableArn, "dynamodb:UpdateItem");
    // Only the runner may send, so it writes the test mail.
    mailboxes.allow(jobs.queue.queueArn, "sqs:SendMessage");
    return mailboxes;
  }

  private conversations({ accounts, tables, rawMail, jobs }: Uses): LatchkeyFunction {
    const conversations = this.function("Conversations", "conversations", {
      ...callerEnv(accounts, tables),
      AGENTS_TABLE: tables.agents.tableName,
      RUNS_TABLE: tables.runs.tableName,
      HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
      QUIET_THREADS_TABLE: tables.quietThreads.tableName,
      RAW_MAIL_BUCKET: rawMail.bucket.bucketName,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
      IDEMPOTENCY_KEYS_TABLE: tables.idempotencyKeys.tableName,
    } satisfies ConversationsEnv);
    conversations.allow(tables.runs.tableArn, "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
    conversations.allow(tables.runsIndexArn("by_agent"), "dynamodb:Query");
    conversations.allow(tables.runsIndexArn("by_thread"), "dynamodb:Query");
    // The owner silences the agent in a thread, or lets it answer again.
    conversations.allow(tables.quietThreads.tableArn, "dynamodb:GetItem", "dynamodb:UpdateItem");
    rawMail.allowRead(conversations);
    // A test mail reads its owner, its agent and its count of this hour, and is stored.
    conversations.allow(tables.users.tableArn, "dynamodb:GetItem");
    conversations.allow(tables.agents.tableArn, "dynamodb:GetItem");
    conversations.allow(tables.hourlyLimits.tableArn, "dynamodb:UpdateItem");
    rawMail.allowWriteTests(conversations);
    conversations.allow(jobs.queue.queueArn, "sqs:SendMessage");
    return conversations;
  }

  private domains(uses: Uses): LatchkeyFunction {
    const { accounts, tables, settings } = uses;
    const domains = this.function("Domains", "domains", {
      ...callerEnv(accounts, tables),
      ...domainEnv(uses),
      IDEMPOTENCY_KEYS_TABLE: tables.idempotencyKeys.tableName,
      AGENTS_TABLE: tables.agents.tableName,
      HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
      MAIL_DOMAIN: settings.mailDomain,
      RESERVED_DOMAINS: settings.reservedDomains.join(","),
    } satisfies DomainsEnv);
    domains.allow(tables.users.tableArn, "dynamodb:GetItem");
    // The agent that gets the mails to unknown addresses must be the owner's.
    domains.allow(tables.agents.tableArn, "dynamodb:GetItem");
    // Counts the looks at DNS that a user has asked for in this hour.
    domains.allow(tables.hourlyLimits.tableArn, "dynamodb:UpdateItem");
    domains.allow(tables.domains.tableArn, "dynamodb:PutItem", "dynamodb:Query");
    allowDomainChecks(domains, uses);
    return domains;
  }

  private usage({ accounts, tables }: Uses): LatchkeyFunction {
    const usage = this.function("Usage", "usage", {
      ...callerEnv(accounts, tables),
      USAGE_TABLE: tables.usage.tableName,
    } satisfies UsageEnv);
    usage.allow(tables.users.tableArn, "dynamodb:GetItem");
    usage.allow(tables.usage.tableArn, "dynamodb:Query");
    return usage;
  }

  private account({ accounts, tables, jobs, deletions, settings }: Uses): LatchkeyFunction {
    const account = this.function("Account", "account", {
      ...callerEnv(accounts, tables),
      AI_CONFIGURATIONS_TABLE: tables.aiConfigurations.tableName,
      AGENTS_TABLE: tables.agents.tableName,
      RUNS_TABLE: tables.runs.tableName,
      USAGE_TABLE: tables.usage.tableName,
      BLOCKED_TABLE: tables.blocked.tableName,
      MAILBOXES_TABLE: tables.mailboxes.tableName,
      QUIET_THREADS_TABLE: tables.quietThreads.tableName,
      DOMAINS_TABLE: tables.domains.tableName,
      DENIED_SENDERS_TABLE: tables.deniedSenders.tableName,
      REMINDERS_TABLE: tables.reminders.tableName,
      WEBHOOKS_TABLE: tables.webhooks.tableName,
      WEBHOOK_DELIVERIES_TABLE: tables.webhookDeliveries.tableName,
      AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
      DELETIONS_QUEUE_URL: deletions.queue.queueUrl,
      ...platformQuota(settings),
    } satisfies AccountEnv);
    account.allow(tables.users.tableArn, "dynamodb:GetItem", "dynamodb:UpdateItem");
    // The export reads these tables.
    const { agents, runs, usage, blocked, mailboxes, quietThreads, deniedSenders } = tables;
    const { apiTokens, domains, webhooks, webhookDeliveries } = tables;
    for (const { tableArn } of [
      ...[agents, runs, usage, blocked, mailboxes, quietThreads, deniedSenders],
      ...[apiTokens, domains, webhooks, webhookDeliveries],
    ]) {
      account.allow(tableArn, "dynamodb:Query");
    }
    // Shows whether reminders are stopped, and knows the secret of an unsubscribe link.
    account.allow(tables.reminders.tableArn, "dynamodb:GetItem");
    // A deletion removes the keys at once and leaves the rest to the function that deletes accounts.
    account.allow(tables.aiConfigurations.tableArn, "dynamodb:Query", "dynamodb:DeleteItem");
    account.allow(accounts.pool.userPoolArn, "cognito-idp:AdminInitiateAuth", "cognito-idp:AdminUserGlobalSignOut");
    // A raised budget requeues the mails that it held.
    account.allow(jobs.queue.queueArn, "sqs:SendMessage");
    account.allow(deletions.queue.queueArn, "sqs:SendMessage");
    return account;
  }

  private webhooks({ accounts, tables, webhooks: { jobs, key }, settings }: Uses): LatchkeyFunction {
    const { mailDomain, webDomain } = settings;
    const webhooks = this.function("Webhooks", "webhooks", {
      ...callerEnv(accounts, tables),
      IDEMPOTENCY_KEYS_TABLE: tables.idempotencyKeys.tableName,
      AGENTS_TABLE: tables.agents.tableName,
      HOURLY_LIMITS_TABLE: tables.hourlyLimits.tableName,
      WEBHOOKS_TABLE: tables.webhooks.tableName,
      WEBHOOK_DELIVERIES_TABLE: tables.webhookDeliveries.tableName,
      WEBHOOK_KEY_ARN: key.arn,
      WEBHOOKS_QUEUE_URL: jobs.queue.queueUrl,
      // The names that are known before the API is made. The sender checks all of them at each call.
      OWN_HOSTS: [mailDomain, ...(webDomain === undefined ? [] : [webDomain])].join(" "),
    } satisfies WebhooksEnv);
    webhooks.allow(tables.users.tableArn, "dynamodb:GetItem");
    // Checks that the agents of a webhook are the owner's.
    webhooks.allow(tables.agents.tableArn, "dynamodb:Query");
    webhooks.allow(
      tables.webhooks.tableArn,
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:Query",
    );
    // A test event is written and sent by its queue; one that is delivered anew is changed.
    webhooks.allow(
      tables.webhookDeliveries.tableArn,
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:Query",
    );
    webhooks.allow(tables.hourlyLimits.tableArn, "dynamodb:UpdateItem");
    key.allow(webhooks, "kms:Encrypt");
    webhooks.allow(jobs.queue.queueArn, "sqs:SendMessage");
    return webhooks;
  }

  private tokens({ accounts, tables }: Uses): LatchkeyFunction {
    const tokens = this.function("Tokens", "tokens", {
      ...callerEnv(accounts, tables),
      API_TOKEN_OWNERS_TABLE: tables.apiTokenOwners.tableName,
      AGENTS_TABLE: tables.agents.tableName,
      IDEMPOTENCY_KEYS_TABLE: tables.idempotencyKeys.tableName,
    } satisfies TokensEnv);
    tokens.allow(tables.users.tableArn, "dynamodb:GetItem");
    // A token can be bound to agents, which must be its owner's.
    tokens.allow(tables.agents.tableArn, "dynamodb:GetItem");
    tokens.allow(tables.apiTokens.tableArn, "dynamodb:PutItem", "dynamodb:Query", "dynamodb:DeleteItem");
    tokens.allow(tables.apiTokenOwners.tableArn, "dynamodb:PutItem", "dynamodb:DeleteItem");
    return tokens;
  }

  private authorizerFunction({ accounts, tables }: Uses): LatchkeyFunction {
    const environment = {
      ...tokenEnv(accounts),
      API_TOKENS_TABLE: tables.apiTokens.tableName,
      API_TOKEN_OWNERS_TABLE: tables.apiTokenOwners.tableName,
      EDGE_PROOF: edgeProof(this),
    } satisfies AuthorizerEnv;
    // The gateway waits for it no longer than that: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
    const authorizer = new LatchkeyFunction(this, "Authorizer", {
      name: "authorizer",
      environment,
      seconds: 10,
      megabytes: 256,
    });
    authorizer.allow(tables.apiTokenOwners.tableArn, "dynamodb:GetItem");
    // Writes when a token was used.
    authorizer.allow(tables.apiTokens.tableArn, "dynamodb:GetItem", "dynamodb:UpdateItem");
    return authorizer;
  }

  /** Calls the API as any other client does, with its caller's token, and so needs no right of its own. */
  private mcp({ settings, apiUrl }: Uses): LatchkeyFunction {
    return this.function("Mcp", "mcp", {
      API_URL: apiUrl,
      ALLOWED_ORIGINS: settings.allowedOrigins.join(","),
    } satisfies McpEnv);
  }

  private function(id: string, name: ApiFunction, environment: Record<string, string>): LatchkeyFunction {
    return new LatchkeyFunction(this, id, { name, environment, seconds: 15, megabytes: 256 });
  }
}

function callerEnv(accounts: Accounts, { users, apiTokens }: Tables) {
  return { ...tokenEnv(accounts), USERS_TABLE: users.tableName, API_TOKENS_TABLE: apiTokens.tableName };
}

function tokenEnv({ pool, client }: Accounts) {
  return { USER_POOL_ID: pool.userPoolId, USER_POOL_CLIENT_ID: client.userPoolClientId };
}
