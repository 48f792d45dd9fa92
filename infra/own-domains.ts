import { Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { Env } from "../functions/domain-checks/env.ts";
import { STACK_TAG } from "../shared/domains/tags.ts";
import { LatchkeyFunction } from "./function.ts";
import { acknowledgeWildcard } from "./nag.ts";
import type { WorkQueue } from "./queue.ts";
import { invokeAgainAndAgain } from "./schedule.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";
import type { Webhooks } from "./webhooks.ts";

export type DomainUses = {
  tables: Tables;
  jobs: WorkQueue;
  notices: WorkQueue;
  webhooks: Webhooks;
  settings: Settings;
};

/** Public resolvers of three operators, so that no single one decides whose a domain is. */
const DNS_SERVERS = "1.1.1.1,8.8.8.8,9.9.9.9";

const SECONDS = 60;

/** Looks at owners' domains again and again. */
export class OwnDomains extends Construct {
  readonly checker: LatchkeyFunction;

  constructor(scope: Construct, id: string, uses: DomainUses) {
    super(scope, id);
    this.checker = new LatchkeyFunction(this, "Checker", {
      name: "domain-checks",
      seconds: SECONDS,
      megabytes: 256,
      environment: domainEnv(uses) satisfies Env,
    });
    allowDomainChecks(this.checker, uses);
    this.checker.allow(`${uses.tables.domains.tableArn}/index/by_check`, "dynamodb:Query");
    invokeAgainAndAgain(this, this.checker, {
      expression: "rate(1 minute)",
      description: "Latchkey: looks at the DNS records of owners' domains that are due",
    });
  }
}

/** What a function that checks domains reads. */
export function domainEnv({ tables, jobs, notices, webhooks, settings }: DomainUses) {
  return {
    DOMAINS_TABLE: tables.domains.tableName,
    DOMAIN_HOLDERS_TABLE: tables.domainHolders.tableName,
    AGENT_RUNS_QUEUE_URL: jobs.queue.queueUrl,
    NOTICES_QUEUE_URL: notices.queue.queueUrl,
    DNS_SERVERS,
    ...webhooks.announceEnv(tables),
    OWN_DOMAIN_MAIL: takesOwnDomains(settings) ? "on" : "off",
  } as const;
}

/**
 * A receipt rule for owners' domains names none of them, so it takes the mail of every verified domain of the account. That
 * is only right in a rule set of the stack's own.
 */
export function takesOwnDomains({ ruleSet }: Settings): boolean {
  return ruleSet === "create";
}

/** The rights of a check: the claim and its holder, SES's identity, held mails and the owner's notice. */
export function allowDomainChecks(fn: LatchkeyFunction, { tables, jobs, notices, webhooks }: DomainUses): void {
  fn.allow(tables.domains.tableArn, "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem");
  fn.allow(
    tables.domainHolders.tableArn,
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "dynamodb:DeleteItem",
  );
  fn.allow(jobs.queue.queueArn, "sqs:SendMessage");
  fn.allow(notices.queue.queueArn, "sqs:SendMessage");
  webhooks.allowAnnounce(fn, tables);
  allowIdentities(fn);
}

/**
 * Nobody knows owners' domains beforehand, so the rights name all identities and are bound to a tag: the role makes only
 * identities with this stack's tag, and changes and deletes no other. It may look at all, which tells whose one is.
 */
function allowIdentities(fn: LatchkeyFunction): void {
  const identities = allIdentities(fn);
  const stack = Stack.of(fn).stackName;
  fn.allow(identities, "ses:GetEmailIdentity");
  fn.allowWhere(
    { StringEquals: { [`aws:RequestTag/${STACK_TAG}`]: stack } },
    identities,
    "ses:CreateEmailIdentity",
    "ses:TagResource",
  );
  fn.allowWhere(
    { StringEquals: { [`aws:ResourceTag/${STACK_TAG}`]: stack } },
    identities,
    "ses:DeleteEmailIdentity",
    "ses:PutEmailIdentityMailFromAttributes",
    "ses:PutEmailIdentityFeedbackAttributes",
  );
  acknowledgeIdentities(fn);
}

/** For the function that deletes accounts: it deletes the stack's own identities, and makes none. */
export function allowIdentityRemoval(fn: LatchkeyFunction): void {
  const identities = allIdentities(fn);
  fn.allow(identities, "ses:GetEmailIdentity");
  fn.allowWhere(
    { StringEquals: { [`aws:ResourceTag/${STACK_TAG}`]: Stack.of(fn).stackName } },
    identities,
    "ses:DeleteEmailIdentity",
  );
  acknowledgeIdentities(fn);
}

function allIdentities(fn: LatchkeyFunction): string {
  return Stack.of(fn).formatArn({ service: "ses", resource: "identity", resourceName: "*" });
}

function acknowledgeIdentities(fn: LatchkeyFunction): void {
  acknowledgeWildcard(
    fn,
    "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*",
    "Owners' domains are not known beforehand: bound to the stack's tag, but for looking.",
  );
}
