import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { CreateQueueCommand } from "@aws-sdk/client-sqs";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../../functions/agent-runner/deps.ts";
import { workRun } from "../../functions/agent-runner/jobs/work-run.ts";
import { mailReader } from "../../functions/agent-runner/mail/mail-reader.ts";
import { AgentStore } from "../../shared/agents/agent-store.ts";
import { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import { fingerprint, mask } from "../../shared/ai-configs/mask.ts";
import { KeyOpener, KeySealer } from "../../shared/ai-configs/vault.ts";
import { RawMails } from "../../shared/aws/raw-mails.ts";
import { gatherReads } from "../../shared/aws/row-reader.ts";
import { correspondentsIn } from "../../shared/correspondents/correspondents.ts";
import { ReplyCaps } from "../../shared/limits/reply-caps.ts";
import { NoticeQueue } from "../../shared/notices/notice-queue.ts";
import type { Provider } from "../../shared/providers/registry.ts";
import { DuplicateGuard } from "../../shared/runs/duplicate-guard.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import type { Run } from "../../shared/runs/run.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { Secret } from "../../shared/secret.ts";
import { Reservations } from "../../shared/usage/reservations.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { someAgent } from "./agents.ts";
import { startDynamo } from "./dynamo.ts";
import { startFaultServer } from "./providers/fault-server.ts";
import { redirectProviders } from "./providers/redirect.ts";
import { ANSWERS } from "./providers/wire-answers.ts";
import { later, RECEIVED_AT, someRun } from "./runs.ts";
import { CORRESPONDENT_TABLES, MARK_TABLES } from "./tables.ts";
import { takeMessages } from "./take-messages.ts";
import { startTestAws } from "./test-aws.ts";

export const PROVIDER_ANSWERS = { status: 200, body: ANSWERS.openai };
export const SES_SENDS = {
  status: 200,
  headers: { "content-type": "text/xml" },
  body: "<SendRawEmailResponse><SendRawEmailResult><MessageId>out-1</MessageId></SendRawEmailResult></SendRawEmailResponse>",
};

const KEY = "sk-test-alice-0123456789";
const credentials = { accessKeyId: "test", secretAccessKey: "test" };
/** For a client whose service is a fault server. */
export const elsewhere = (endpoint: string) => ({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });

/**
 * The runner's own code over real stores, KMS, S3 and SQS in memory, with a provider and an SES that say what a test
 * wants, and a clock that the test moves.
 */
export async function startRunnerWorld() {
  const by_thread = { partition: "user_id", sort: "thread_run" };
  const [dynamo, aws, provider, ses, service] = await Promise.all([
    startDynamo({
      runs: { partition: "user_id", sort: "run_id", indexes: { by_thread } },
      ...MARK_TABLES,
      agents: { partition: "user_id", sort: "agent_id" },
      users: { partition: "user_id" },
      configs: { partition: "user_id", sort: "provider" },
    }),
    startTestAws(),
    startFaultServer(),
    startFaultServer(),
    startFaultServer(),
  ]);
  const { db } = dynamo;
  const redirected = redirectProviders(() => provider.url);
  const { QueueUrl = "" } = await aws.sqs.send(new CreateQueueCommand({ QueueName: "jobs" }));
  const notices = await aws.sqs.send(new CreateQueueCommand({ QueueName: "notices" }));
  await aws.s3.send(new CreateBucketCommand({ Bucket: "mails" }));
  const reads = gatherReads(db);
  const configs = new ConfigStore(db, "configs", reads);
  const agents = new AgentStore(db, "agents", reads);
  await agents.add(someAgent());
  const ciphertext = await new KeySealer(aws.kms, aws.keyArn).seal("alice", "openai", new Secret(KEY));
  const sealed = { ciphertext, mask: mask(KEY), key_fingerprint: fingerprint(KEY) };
  await configs.save(
    "alice",
    "openai",
    { ...sealed, model_name: "gpt-4", temperature: 0.7, max_tokens: 500 },
    later(0),
  );

  let now = later(0);
  const deps: Deps = {
    runs: new RunStore(db, "runs", reads),
    jobs: new JobQueue(aws.sqs, QueueUrl),
    notices: new NoticeQueue(aws.sqs, notices.QueueUrl ?? ""),
    agents,
    users: new UserStore(db, "users", reads),
    configs,
    keys: new KeyOpener(aws.kms, aws.keyArn),
    usage: new Reservations(db, "usage"),
    duplicates: new DuplicateGuard(db, "runner-marks"),
    correspondents: correspondentsIn(db, CORRESPONDENT_TABLES, reads),
    replies: new ReplyCaps(db, "runner-marks", { perHour: 10_000, perDay: 40_000, ownerShare: 20 }, reads),
    mails: new RawMails(aws.s3, "mails"),
    reader: mailReader,
    ses: new SESClient(elsewhere(ses.url)),
    mailDomain: "agents.example",
    configurationSet: "replies",
    now: () => now,
  };

  return {
    aws,
    db,
    deps,
    provider,
    ses,
    /** Stands in for any other service that is down. */
    service,
    queueUrl: QueueUrl,
    noticesUrl: notices.QueueUrl ?? "",
    setClock: (time: Date) => {
      now = time;
    },
    /** Stores a key of Alice's, really sealed. */
    async storeKey(provider: Provider, key: string, model_name: string, by = now): Promise<void> {
      const ciphertext = await new KeySealer(aws.kms, aws.keyArn).seal("alice", provider, new Secret(key));
      const sealed = { ciphertext, mask: mask(key), key_fingerprint: fingerprint(key) };
      await configs.save("alice", provider, { ...sealed, model_name, temperature: 0.7, max_tokens: 500 }, by);
    },
    /** What stands in a queue of the world, which is emptied by it. */
    take: (queueUrl: string) => takeMessages(aws.sqs, queueUrl),
    /** A mail to Alice's agent, stored and routed; nobody writes twice. */
    async arrive(name: string): Promise<Run> {
      const object_key = `inbound/${name}`;
      const sender = `carol@${name}.example`;
      const Body = `From: ${sender}\r\nSubject: ${name}\r\nMessage-ID: <${name}@x>\r\n\r\nHello?\r\n`;
      await aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: object_key, Body }));
      const run = someRun({ run_id: `20261123120000000-${name}`, object_key, from: sender, envelope_from: sender });
      now = new Date(RECEIVED_AT);
      await deps.runs.add(run);
      return run;
    },
    /** Works the run's job in an invocation that may take `seconds`. @returns the run afterwards */
    async work({ user_id, run_id, agent_id }: Run, changed: Partial<Deps> = {}, seconds = 120): Promise<Run> {
      const hold = { holder: `job at ${now.toISOString()}`, deadline: new Date(now.getTime() + seconds * 1000) };
      await workRun({ user_id, run_id, agent_id }, hold, { ...deps, ...changed });
      const run = await deps.runs.get(user_id, run_id);
      if (run === undefined) throw new Error("A run does not vanish");
      return run;
    },
    /** Alice's usage of a day, as its item holds it. */
    async usageOf(day: string): Promise<Record<string, unknown>> {
      const { Item = {} } = await db.send(new GetCommand({ TableName: "usage", Key: { user_id: "alice", day } }));
      return Item;
    },
    async stop() {
      redirected.restore();
      await Promise.all([dynamo.stop(), aws.stop(), provider.stop(), ses.stop(), service.stop()]);
    },
  };
}
export type RunnerWorld = Awaited<ReturnType<typeof startRunnerWorld>>;
