import { AgentStore } from "../../shared/agents/agent-store.ts";
import { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import { accountRoutes } from "../../shared/api/routes/account.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { BlockList } from "../../shared/correspondents/block-list.ts";
import { DomainStore } from "../../shared/domains/domain-store.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { apiCallers } from "../../shared/http/callers.ts";
import { MailboxStore } from "../../shared/mailboxes/mailbox-store.ts";
import { QuietThreads } from "../../shared/quiet/quiet-threads.ts";
import { ReminderStore } from "../../shared/reminders/reminder-store.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { DeniedPages } from "../../shared/senders/denied-pages.ts";
import { TokenStore } from "../../shared/tokens/token-store.ts";
import { UsageReader } from "../../shared/usage/usage-reader.ts";
import { DeletionQueue } from "../../shared/users/deletion-queue.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { DeliveryStore } from "../../shared/webhooks/delivery-store.ts";
import { EndpointStore } from "../../shared/webhooks/endpoint-store.ts";
import { schema } from "./env.ts";
import { accountHandlers } from "./handler.ts";
import { lazyAccounts } from "./lazy-accounts.ts";

const env = readEnv(schema);
const db = dynamo();
const queues = lazySqs();
const users = new UserStore(db, env.USERS_TABLE);

const handlers = accountHandlers({
  users,
  configs: new ConfigStore(db, env.AI_CONFIGURATIONS_TABLE),
  agents: new AgentStore(db, env.AGENTS_TABLE),
  runs: new RunStore(db, env.RUNS_TABLE),
  usage: new UsageReader(db, env.USAGE_TABLE),
  blocked: new BlockList(db, env.BLOCKED_TABLE),
  mailboxes: new MailboxStore(db, env.MAILBOXES_TABLE),
  quiet: new QuietThreads(db, env.QUIET_THREADS_TABLE),
  denied: new DeniedPages(db, env.DENIED_SENDERS_TABLE),
  reminders: new ReminderStore(db, env.REMINDERS_TABLE),
  endpoints: new EndpointStore(db, env.WEBHOOKS_TABLE),
  deliveries: new DeliveryStore(db, env.WEBHOOK_DELIVERIES_TABLE),
  tokens: new TokenStore(db, env.API_TOKENS_TABLE),
  domains: new DomainStore(db, env.DOMAINS_TABLE),
  ...lazyAccounts(env),
  jobs: new JobQueue(queues, env.AGENT_RUNS_QUEUE_URL),
  deletions: new DeletionQueue(queues, env.DELETIONS_QUEUE_URL),
  platformMails: env.PLATFORM_MAILS_PER_MONTH === undefined ? undefined : Number(env.PLATFORM_MAILS_PER_MONTH),
  now: () => new Date(),
});

export const handler = apiHandler(accountRoutes, handlers, apiCallers(env, db));
