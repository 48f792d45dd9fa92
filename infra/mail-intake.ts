import { Stack } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { type IReceiptRuleAction, type IReceiptRuleSet, type ReceiptRule, TlsPolicy } from "aws-cdk-lib/aws-ses";
import { Stop } from "aws-cdk-lib/aws-ses-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Env } from "../functions/mail-router/env.ts";
import { quickQueue } from "./concurrency.ts";
import { LatchkeyFunction } from "./function.ts";
import { countLines } from "./log-metric.ts";
import { takesOwnDomains } from "./own-domains.ts";
import { WorkQueue } from "./queue.ts";
import { INBOUND_PREFIX, type RawMail } from "./raw-mail.ts";
import { onlyWhereMailIsReceived } from "./receiving-regions.ts";
import { activate, ruleSetOf } from "./rule-set.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";
import type { Webhooks } from "./webhooks.ts";

type Uses = {
  tables: Tables;
  rawMail: RawMail;
  jobs: Queue;
  operatorMails: Queue;
  webhooks: Webhooks;
  settings: Settings;
};

const SECONDS = 30;

/** Turns a mail from SES into one run and one job for each agent that it is addressed to. */
export class MailIntake extends Construct {
  readonly mails: WorkQueue;
  readonly router: LatchkeyFunction;
  /** The resource that activates the rule set. Undefined if the stack uses an existing one. */
  activation: LatchkeyFunction | undefined;
  /**
   * Counts mails that arrived while one of SES's checks was off. Such a mail is held, and only an operator can resolve
   * that.
   */
  readonly checksOff: Metric;

  constructor(scope: Construct, id: string, uses: Uses) {
    super(scope, id);
    const { tables, rawMail, jobs, operatorMails, webhooks, settings } = uses;
    if (!settings.anyRegion) onlyWhereMailIsReceived(this);
    this.mails = new WorkQueue(this, "Mails", SECONDS);
    const received = new Topic(this, "Received", { enforceSSL: true });
    received.addSubscription(new SqsSubscription(this.mails.queue));
    this.receive(rawMail.bucket, received, settings);

    this.router = new LatchkeyFunction(this, "Router", {
      name: "mail-router",
      seconds: SECONDS,
      megabytes: 256,
      environment: {
        ADDRESSES_TABLE: tables.addresses.tableName,
        DOMAIN_HOLDERS_TABLE: tables.domainHolders.tableName,
        RUNS_TABLE: tables.runs.tableName,
        AGENT_RUNS_QUEUE_URL: jobs.queueUrl,
        OPERATOR_MAILS_QUEUE_URL: operatorMails.queueUrl,
        MAIL_DOMAIN: settings.mailDomain,
        ...webhooks.announceEnv(tables),
      } satisfies Env,
    });
    this.router.allow(tables.addresses.tableArn, "dynamodb:GetItem");
    // Mail to an owner's own domain is for the owner who holds it.
    this.router.allow(tables.domainHolders.tableArn, "dynamodb:GetItem");
    this.router.allow(tables.runs.tableArn, "dynamodb:PutItem");
    this.router.allow(jobs.queueArn, "sqs:SendMessage");
    this.router.allow(operatorMails.queueArn, "sqs:SendMessage");
    webhooks.allowAnnounce(this.router, tables);
    this.mails.feed(this.router, { batchSize: 10, maxConcurrency: quickQueue(settings.maxInvocations) });
    this.checksOff = countLines(this.router, "checks_off", "ChecksOff");
  }

  private receive(bucket: Bucket, topic: Topic, settings: Settings): void {
    const { mailDomain, ruleSet: name } = settings;
    const ruleSet = ruleSetOf(this, name);
    const ruleName = `${Stack.of(this).stackName}-inbound`;
    const ownersRule = takesOwnDomains(settings) ? `${Stack.of(this).stackName}-owners` : undefined;
    const fromRule = this.onlyFrom(ruleSet, [ruleName, ...(ownersRule ? [ownersRule] : [])]);
    bucket.addToResourcePolicy(
      new PolicyStatement({
        ...fromRule,
        actions: ["s3:PutObject"],
        resources: [bucket.arnForObjects(`${INBOUND_PREFIX}*`)],
      }),
    );
    topic.addToResourcePolicy(
      new PolicyStatement({ ...fromRule, actions: ["sns:Publish"], resources: [topic.topicArn] }),
    );
    const rule = ruleSet.addRule("Inbound", {
      receiptRuleName: ruleName,
      recipients: [mailDomain],
      scanEnabled: true,
      tlsPolicy: TlsPolicy.OPTIONAL,
      actions: [store(bucket, topic), new Stop()],
    });
    // SES tries both when the rule is created, and refuses the rule if a right is missing.
    rule.node.addDependency(bucket, topic);
    if (ownersRule !== undefined) this.takeOwnersDomains(ruleSet, ownersRule, rule, store(bucket, topic));
    if (name === "create") this.activation = activate(this, ruleSet, rule);
  }

  /**
   * Takes the mail of every verified domain of the account that no earlier rule has taken: owners' domains are not known
   * beforehand, and a rule that names them would have to be changed with each. It comes last and stops no rule that a team
   * puts behind it; the router drops what is for nobody.
   */
  private takeOwnersDomains(
    ruleSet: IReceiptRuleSet,
    receiptRuleName: string,
    after: ReceiptRule,
    action: IReceiptRuleAction,
  ): void {
    const rule = ruleSet.addRule("Owners", {
      receiptRuleName,
      after,
      scanEnabled: true,
      tlsPolicy: TlsPolicy.OPTIONAL,
      actions: [action],
    });
    rule.node.addDependency(after);
  }

  /** Allows SES only for these rules of this account. Otherwise any SES customer could write here (confused deputy). */
  private onlyFrom(ruleSet: IReceiptRuleSet, ruleNames: string[]) {
    const stack = Stack.of(this);
    const ruleArn = ruleNames.map((ruleName) =>
      stack.formatArn({
        service: "ses",
        resource: "receipt-rule-set",
        resourceName: `${ruleSet.receiptRuleSetName}:receipt-rule/${ruleName}`,
      }),
    );
    return {
      principals: [new ServicePrincipal("ses.amazonaws.com")],
      conditions: { StringEquals: { "aws:SourceAccount": stack.account }, ArnEquals: { "aws:SourceArn": ruleArn } },
    };
  }
}

/** CDK's own S3 action would add a second bucket policy statement that any rule of the account passes. */
function store(bucket: Bucket, topic: Topic): IReceiptRuleAction {
  const s3Action = { bucketName: bucket.bucketName, objectKeyPrefix: INBOUND_PREFIX, topicArn: topic.topicArn };
  return { bind: () => ({ s3Action }) };
}
