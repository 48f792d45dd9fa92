import { AgentStore } from "../../shared/agents/agent-store.ts";
import { mailboxRoutes } from "../../shared/api/routes/mailboxes.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { apiCallers } from "../../shared/http/callers.ts";
import { HourlyLimit, MAILBOX_TESTS, TESTS_OF_ONE_MAILBOX } from "../../shared/limits/hourly-limit.ts";
import { MailboxStore } from "../../shared/mailboxes/mailbox-store.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { schema } from "./env.ts";
import { mailboxHandlers } from "./handler.ts";

const env = readEnv(schema);
const db = dynamo();

const handlers = mailboxHandlers({
  agents: new AgentStore(db, env.AGENTS_TABLE),
  mailboxes: new MailboxStore(db, env.MAILBOXES_TABLE),
  testsOfUser: new HourlyLimit(db, env.HOURLY_LIMITS_TABLE, MAILBOX_TESTS),
  testsOfMailbox: new HourlyLimit(db, env.HOURLY_LIMITS_TABLE, TESTS_OF_ONE_MAILBOX),
  jobs: new JobQueue(lazySqs(), env.AGENT_RUNS_QUEUE_URL),
  mailDomain: env.MAIL_DOMAIN,
  now: () => new Date(),
});

export const handler = apiHandler(mailboxRoutes, handlers, apiCallers(env, db));
