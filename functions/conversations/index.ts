import { dynamo, s3, sqs } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { RawMails } from "../../shared/aws/raw-mails.ts";
import { apiHandler } from "../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../shared/http/token-verifier.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { schema } from "./env.ts";
import { conversationHandlers } from "./handler.ts";

const env = readEnv(schema);

const handlers = conversationHandlers({
  runs: new RunStore(dynamo(), env.RUNS_TABLE),
  jobs: new JobQueue(sqs(), env.AGENT_RUNS_QUEUE_URL),
  mails: new RawMails(s3(), env.RAW_MAIL_BUCKET),
});

export const handler = apiHandler("conversations", handlers, tokenVerifier(env));
