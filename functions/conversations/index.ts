import { AgentStore } from "../../shared/agents/agent-store.ts";
import { conversationRoutes } from "../../shared/api/routes/conversations.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { lazyS3, RawMails } from "../../shared/aws/raw-mails.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { apiCallers } from "../../shared/http/callers.ts";
import { HourlyLimit, TEST_MAILS } from "../../shared/limits/hourly-limit.ts";
import { QuietThreads } from "../../shared/quiet/quiet-threads.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { schema } from "./env.ts";
import { conversationHandlers } from "./handler.ts";

const env = readEnv(schema);

const db = dynamo();

const users = new UserStore(db, env.USERS_TABLE);

const handlers = conversationHandlers({
  agents: new AgentStore(db, env.AGENTS_TABLE),
  users,
  testMails: new HourlyLimit(db, env.HOURLY_LIMITS_TABLE, TEST_MAILS),
  runs: new RunStore(db, env.RUNS_TABLE),
  quiet: new QuietThreads(db, env.QUIET_THREADS_TABLE),
  jobs: new JobQueue(lazySqs(), env.AGENT_RUNS_QUEUE_URL),
  mails: new RawMails(lazyS3(), env.RAW_MAIL_BUCKET),
  now: () => new Date(),
});

export const handler = apiHandler(conversationRoutes, handlers, apiCallers(env, db));
