import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { sqs } from "../../shared/aws/sqs.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { schema } from "./env.ts";
import { sweep } from "./handler.ts";

const env = readEnv(schema);
const deps = {
  runs: new RunStore(dynamo(), env.RUNS_TABLE),
  jobs: new JobQueue(sqs(), env.AGENT_RUNS_QUEUE_URL),
  now: () => new Date(),
};

export const handler = () => sweep(deps);
