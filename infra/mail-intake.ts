import { Stack } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { type IReceiptRuleAction, type IReceiptRuleSet, TlsPolicy } from "aws-cdk-lib/aws-ses";
import { Stop } from "aws-cdk-lib/aws-ses-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Env } from "../functions/mail-router/env.ts";
import { quickQueue } from "./concurrency.ts";
import { LatchkeyFunction } from "./function.ts";
import { countLines } from "./log-metric.ts";
import { WorkQueue } from "./queue.ts";
import { INBOUND_PREFIX, type RawMail } from "./raw-mail.ts";
import { onlyWhereMailIsReceived } from "./receiving-regions.ts";
import { activate, ruleSetOf } from "./rule-set.ts";
import type { Settings } from "./settings.ts";
import type { Tables } from "./tables.ts";

type Uses = { tables: Tables; rawMail: RawMail; jobs: Queue; settings: Settings };

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
    const { tables, rawMail, jobs, settings } = uses;
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
        RUNS_TABLE: tables.runs.tableName,
        AGENT_RUNS_QUEUE_URL: jobs.queueUrl,
        MAIL_DOMAIN: settings.mailDomain,
      } satisfies Env,
    });
    this.router.allow(tables.addresses.tableArn, "dynamodb:GetItem");
    this.router.allow(tables.runs.tableArn, "dynamodb:PutItem");
    this.router.allow(jobs.queueArn, "sqs:SendMessage");
    this.mails.feed(this.router, { batchSize: 10, maxConcurrency: quickQueue(settings.maxInvocations) });
    this.checksOff = countLines(this.router, "checks_off", "ChecksOff");
  }

  private receive(bucket: Bucket, topic: Topic, { mailDomain, ruleSet: name }: Settings): void {
    const ruleSet = ruleSetOf(this, name);
    const ruleName = `${Stack.of(this).stackName}-inbound`;
    const fromRule = this.onlyFrom(ruleSet, ruleName);
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
    if (name === "create") this.activation = activate(this, ruleSet, rule);
  }

  /** Allows SES only for this rule of this account. Otherwise any SES customer could write here (confused deputy). */
  private onlyFrom(ruleSet: IReceiptRuleSet, ruleName: string) {
    const stack = Stack.of(this);
    const ruleArn = stack.formatArn({
      service: "ses",
      resource: "receipt-rule-set",
      resourceName: `${ruleSet.receiptRuleSetName}:receipt-rule/${ruleName}`,
    });
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
