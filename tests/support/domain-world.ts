import { CreateQueueCommand } from "@aws-sdk/client-sqs";
import { checkDue } from "../../functions/domain-checks/handler.ts";
import { type Deps, domainHandlers } from "../../functions/domains/handler.ts";
import type { RecordSet } from "../../local/dns/zone.ts";
import { AgentStore } from "../../shared/agents/agent-store.ts";
import { checkDomain } from "../../shared/domains/check-domain.ts";
import { dnsOf } from "../../shared/domains/dns.ts";
import type { DomainRow } from "../../shared/domains/domain.ts";
import { DomainStore } from "../../shared/domains/domain-store.ts";
import { HolderStore } from "../../shared/domains/holder-store.ts";
import { recordsOf } from "../../shared/domains/records.ts";
import { SesIdentities } from "../../shared/domains/ses-identities.ts";
import { DOMAIN_CHECKS, HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import { NoticeQueue } from "../../shared/notices/notice-queue.ts";
import { JobQueue } from "../../shared/runs/job-queue.ts";
import { makeAnnouncer } from "./announcer.ts";
import { startDynamo } from "./dynamo.ts";
import { MARK_TABLES, WEBHOOK_TABLES } from "./tables.ts";
import { takeMessages } from "./take-messages.ts";
import { startTestAws } from "./test-aws.ts";

export const REGION = "eu-west-1";
const BEGIN = Date.parse("2026-11-29T06:00:00.000Z");

/**
 * What the functions of own domains work with, as their index.ts files wire it: real stores, this machine's SES and a real
 * name server, and a clock that the test moves.
 */
export async function startDomainWorld() {
  const [aws, dynamo] = await Promise.all([
    startTestAws(),
    startDynamo({
      domains: {
        partition: "user_id",
        sort: "domain",
        indexes: { by_check: { partition: "check_shard", sort: "next_check_at" } },
      },
      holders: { partition: "domain" },
      agents: { partition: "user_id", sort: "agent_id" },
      ...MARK_TABLES,
      ...WEBHOOK_TABLES,
    }),
  ]);
  const { db } = dynamo;
  const queue = async (QueueName: string) => (await aws.sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl ?? "";
  const [jobs, notices] = await Promise.all([queue("jobs"), queue("notices")]);
  let now = BEGIN;
  const webhooks = await makeAnnouncer(aws.sqs, db, () => new Date(now));
  const agents = new AgentStore(db, "agents");
  const deps: Deps = {
    domains: new DomainStore(db, "domains"),
    holders: new HolderStore(db, "holders"),
    identities: new SesIdentities(aws.sesv2, "latchkey-test"),
    askDns: dnsOf([aws.dnsAddress]),
    notices: new NoticeQueue(aws.sqs, notices),
    announcer: webhooks.announcer,
    jobs: new JobQueue(aws.sqs, jobs),
    agents,
    looks: new HourlyLimit(db, "hourly-limits", DOMAIN_CHECKS),
    reserved: { mailDomain: "agents.example", others: ["team.example"] },
    region: REGION,
    receives: true,
    now: () => new Date(now),
  };
  const api = domainHandlers(deps);
  const edge = { cookies: [], origin: { peer: "", forwardedFor: "", edge: undefined }, query: undefined };
  const as = (id: string) => ({ ...edge, user: { id, username: id } });
  const nothing = { params: undefined, body: undefined };

  return {
    aws,
    db,
    deps,
    agents,
    zone: aws.zone,
    claim: (who: string, domain: string) => api.claimDomain({ ...as(who), ...nothing, body: { domain } }),
    check: (who: string, domain: string) => api.checkDomain({ ...as(who), ...nothing, params: { domain } }),
    get: (who: string, domain: string) => api.getDomain({ ...as(who), ...nothing, params: { domain } }),
    list: (who: string) => api.listDomains({ ...as(who), ...nothing }),
    remove: (who: string, domain: string) => api.removeDomain({ ...as(who), ...nothing, params: { domain } }),
    catchAll: (who: string, domain: string, catchAllAgent: string | null) =>
      api.patchDomain({ ...as(who), params: { domain }, body: { catchAllAgent } }),
    async row(who: string, domain: string): Promise<DomainRow> {
      const row = await deps.domains.get(who, domain);
      if (row === undefined) throw new Error(`${who} has not claimed ${domain}`);
      return row;
    },
    /** Puts into DNS what the row asks for: all of it, or the records with these ids. */
    async publish(who: string, domain: string, ...ids: string[]): Promise<void> {
      const row = await this.row(who, domain);
      const wanted = recordsOf(row, REGION, true).filter(({ id }) => ids.length === 0 || ids.includes(id));
      for (const { name, type, value } of wanted) {
        const before = type === "TXT" ? (aws.zone.find(name, type)?.values ?? []) : [];
        aws.zone.put([{ name, type, values: [...before.filter((each) => each !== value), value] }]);
      }
    },
    put: (...sets: RecordSet[]) => aws.zone.put(sets),
    tick: (seconds: number) => {
      now += seconds * 1_000;
    },
    /** As the schedule does. */
    sweep: () => checkDue(new Date(now + 60_000), deps),
    /** Proves a domain as an owner would, all the way to replies. */
    async prove(who: string, domain: string): Promise<DomainRow> {
      await api.claimDomain({ ...as(who), ...nothing, body: { domain } });
      await this.publish(who, domain, "proof");
      await this.look(who, domain, 2);
      await this.publish(who, domain);
      await this.look(who, domain, 1);
      return this.row(who, domain);
    },
    /** Checks a claim so often, a minute apart, without a limit. */
    async look(who: string, domain: string, times: number): Promise<void> {
      for (let time = 0; time < times; time++) {
        now += 60_000;
        await checkDomain(await this.row(who, domain), deps);
      }
    },
    webhooks,
    notices: () => takeMessages(aws.sqs, notices),
    jobs: () => takeMessages(aws.sqs, jobs),
    stop: () => Promise.all([aws.stop(), dynamo.stop()]),
  };
}
export type DomainWorld = Awaited<ReturnType<typeof startDomainWorld>>;
