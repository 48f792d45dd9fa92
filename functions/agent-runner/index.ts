import { AgentStore } from "../../shared/agents/agent-store.ts";
import { ConfigStore } from "../../shared/ai-configs/config-store.ts";
import { KeyOpener } from "../../shared/ai-configs/vault.ts";
import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { kms } from "../../shared/aws/kms.ts";
import { lazySqs } from "../../shared/aws/queue-message.ts";
import { lazySes } from "../../shared/aws/raw-email.ts";
import { RawMails } from "../../shared/aws/raw-mails.ts";
import { gatherReads, type RowReader } from "../../shared/aws/row-reader.ts";
import { s3 } from "../../shared/aws/s3.ts";
import { sqsBatch } from "../../shared/aws/sqs-batch.ts";
import { AnsweredSenders } from "../../shared/correspondents/answered-senders.ts";
import { ClosedNotes } from "../../shared/correspondents/closed-notes.ts";
import { correspondentsIn } from "../../shared/correspondents/correspondents.ts";
import { HolderStore } from "../../shared/domains/holder-store.ts";
import { ReplyCaps } from "../../shared/limits/reply-caps.ts";
import { MailboxStore } from "../../shared/mailboxes/mailbox-store.ts";
import { NoticeQueue } from "../../shared/notices/notice-queue.ts";
import { QuietThreads } from "../../shared/quiet/quiet-threads.ts";
import { ReminderQueue } from "../../shared/reminders/reminder-queue.ts";
import { maxInFlight } from "../../shared/runs/concurrency.ts";
import { DuplicateGuard } from "../../shared/runs/duplicate-guard.ts";
import { JobQueue, job } from "../../shared/runs/job-queue.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { DenyLookup } from "../../shared/senders/deny-lookup.ts";
import { Reservations } from "../../shared/usage/reservations.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { withStopwatch } from "../../shared/watch/stopwatch.ts";
import { announcerFor } from "../../shared/webhooks/announcer-for.ts";
import type { Deps } from "./deps.ts";
import { schema } from "./env.ts";
import { work } from "./handler.ts";
import { mailReader } from "./mail/mail-reader.ts";
import { SigningKeys } from "./mail/signing-keys.ts";
import { platformKeyOf } from "./payer/platform-key.ts";

const env = readEnv(schema);
const db = dynamo();
const queues = lazySqs();

/** What all jobs of the process share. */
const shared = {
  jobs: new JobQueue(queues, env.AGENT_RUNS_QUEUE_URL),
  notices: new NoticeQueue(queues, env.NOTICES_QUEUE_URL),
  reminders: new ReminderQueue(queues, env.NOTICES_QUEUE_URL),
  keys: new KeyOpener(kms(), env.VAULT_KEY_ARN),
  platform: platformKeyOf(env, () => new Date()),
  usage: new Reservations(db, env.USAGE_TABLE, maxInFlight(Number(env.MAX_INVOCATIONS))),
  duplicates: new DuplicateGuard(db, env.RUNNER_MARKS_TABLE),
  notes: new ClosedNotes(db, env.RUNNER_MARKS_TABLE),
  holders: new HolderStore(db, env.DOMAIN_HOLDERS_TABLE),
  mails: new RawMails(s3(), env.RAW_MAIL_BUCKET),
  reader: mailReader,
  announcer: announcerFor(db, env),
  signingKeys: new SigningKeys(),
  ses: lazySes(),
  mailDomain: env.MAIL_DOMAIN,
  configurationSet: env.CONFIGURATION_SET,
  now: () => new Date(),
};

/**
 * The stores of one job. Its reads are gathered and nobody else's with them, so that a read that fails fails this job
 * alone.
 */
function depsOf(reads: RowReader): Deps {
  return {
    ...shared,
    runs: new RunStore(db, env.RUNS_TABLE, reads),
    agents: new AgentStore(db, env.AGENTS_TABLE, reads),
    users: new UserStore(db, env.USERS_TABLE, reads),
    configs: new ConfigStore(db, env.AI_CONFIGURATIONS_TABLE, reads),
    correspondents: correspondentsIn(
      db,
      { runnerMarks: env.RUNNER_MARKS_TABLE, deliveryMarks: env.DELIVERY_MARKS_TABLE, blocked: env.BLOCKED_TABLE },
      reads,
    ),
    denied: new DenyLookup(reads, env.DENIED_SENDERS_TABLE),
    answered: new AnsweredSenders(db, env.RUNNER_MARKS_TABLE, reads),
    replies: new ReplyCaps(
      db,
      env.RUNNER_MARKS_TABLE,
      {
        perHour: Number(env.REPLIES_PER_HOUR),
        perDay: Number(env.REPLIES_PER_DAY),
        ownerShare: Number(env.OWNER_SHARE),
      },
      reads,
    ),
    mailboxes: new MailboxStore(db, env.MAILBOXES_TABLE, reads),
    quiet: new QuietThreads(db, env.QUIET_THREADS_TABLE, reads),
  };
}

mailReader.warm();

export const handler = sqsBatch(async (record, context) => {
  const deadline = new Date(Date.now() + context.getRemainingTimeInMillis());
  // One invocation runs several jobs at the same time. Each job has its own lease, so two jobs never work on one run.
  const holder = `${context.awsRequestId}:${record.messageId}`;
  await withStopwatch(() => work(job.parse(JSON.parse(record.body)), { holder, deadline }, depsOf(gatherReads(db))));
});
