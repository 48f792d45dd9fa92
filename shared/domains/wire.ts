import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { env } from "../aws/env.ts";
import { lazySqs } from "../aws/queue-message.ts";
import { NoticeQueue } from "../notices/notice-queue.ts";
import { JobQueue } from "../runs/job-queue.ts";
import { announcerFor } from "../webhooks/announcer-for.ts";
import type { Checks } from "./check-domain.ts";
import { dnsOf } from "./dns.ts";
import { DomainStore } from "./domain-store.ts";
import { HolderStore } from "./holder-store.ts";
import { lateIdentities } from "./late-identities.ts";

/** What every function that checks domains reads. */
export const checksEnv = {
  DOMAINS_TABLE: env.DOMAINS_TABLE,
  DOMAIN_HOLDERS_TABLE: env.DOMAIN_HOLDERS_TABLE,
  AGENT_RUNS_QUEUE_URL: env.AGENT_RUNS_QUEUE_URL,
  NOTICES_QUEUE_URL: env.NOTICES_QUEUE_URL,
  DNS_SERVERS: env.DNS_SERVERS,
  OWN_DOMAIN_MAIL: env.OWN_DOMAIN_MAIL,
  WEBHOOKS_TABLE: env.WEBHOOKS_TABLE,
  WEBHOOKS_QUEUE_URL: env.WEBHOOKS_QUEUE_URL,
};
const schema = z.object(checksEnv);

/** By the API's function and by the schedule's, which differ only in when they look. */
export function checksOf(db: DynamoDBDocumentClient, given: z.infer<typeof schema>): Checks {
  const queues = lazySqs();
  return {
    domains: new DomainStore(db, given.DOMAINS_TABLE),
    holders: new HolderStore(db, given.DOMAIN_HOLDERS_TABLE),
    identities: lateIdentities(),
    askDns: dnsOf(given.DNS_SERVERS.split(",")),
    notices: new NoticeQueue(queues, given.NOTICES_QUEUE_URL),
    jobs: new JobQueue(queues, given.AGENT_RUNS_QUEUE_URL),
    announcer: announcerFor(db, given),
    region: process.env["AWS_REGION"] ?? "",
    receives: given.OWN_DOMAIN_MAIL === "on",
    now: () => new Date(),
  };
}
