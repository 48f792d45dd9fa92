import { AttributeType, BillingMode, ProjectionType, Table } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { kept } from "./kept.ts";
import { acknowledge } from "./nag.ts";

type Keys = { partition: string; sort?: string; recoverable?: boolean; ttl?: string };

/** The attributes that a list of runs shows: `listed` in shared/runs/run-store.ts. Every index also has the keys. */
const IN_LISTS = [
  "agent_id",
  "thread_id",
  "state",
  "reason",
  "from",
  "subject",
  "is_test",
  "has_attachments",
  "received_at",
  "updated_at",
];

/** All of Latchkey's data. Every table and index of a user's data is keyed by `user_id` first. */
export class Tables extends Construct {
  readonly users = this.table("Users", { partition: "user_id" });
  // No point-in-time recovery and no stream: a key that its owner deleted is gone.
  readonly aiConfigurations = this.table("AiConfigurations", {
    partition: "user_id",
    sort: "provider",
    recoverable: false,
  });
  readonly agents = this.table("AutomationAgents", { partition: "user_id", sort: "agent_id" });
  readonly addresses = this.table("Addresses", { partition: "address" });
  readonly runs = this.table("Runs", { partition: "user_id", sort: "run_id" });
  // The amounts that count against budgets. Only the runner writes them. The expiry is for marks that older stacks kept
  // here.
  readonly usage = this.table("Usage", { partition: "user_id", sort: "day", ttl: "expires_at" });
  // The owner's mailboxes that forward to an agent, and the codes of services that ask, which expire.
  readonly mailboxes = this.table("Mailboxes", { partition: "user_id", sort: "row", ttl: "expires_at" });
  // Threads in which an owner answers, written by the runner and by the owner's word.
  readonly quietThreads = this.table("QuietThreads", { partition: "user_id", sort: "thread_id" });
  readonly blocked = this.table("Blocked", { partition: "user_id", sort: "correspondent" });
  readonly deniedSenders = this.table("DeniedSenders", { partition: "user_id", sort: "denied" });
  // Marks and counters that expire: a table for each writer, since IAM cannot tell rows of one user apart.
  readonly hourlyLimits = this.table("HourlyLimits", { partition: "user_id", sort: "hour", ttl: "expires_at" });
  readonly runnerMarks = this.table("RunnerMarks", { partition: "user_id", sort: "mark", ttl: "expires_at" });
  readonly deliveryMarks = this.table("DeliveryMarks", { partition: "user_id", sort: "mark", ttl: "expires_at" });
  readonly noticeMarks = this.table("NoticeMarks", { partition: "user_id", sort: "mark", ttl: "expires_at" });
  // Whom to tell that something waits, and when.
  readonly reminders = this.table("Reminders", { partition: "user_id" });

  readonly webhooks = this.table("Webhooks", { partition: "user_id", sort: "webhook_id" });
  readonly webhookDeliveries = this.table("WebhookDeliveries", {
    partition: "user_id",
    sort: "delivery",
    ttl: "expires_at",
  });
  // The tokens' hashes, and the way from a hash to its token. Both rows go some time after the token's end.
  readonly apiTokens = this.table("ApiTokens", { partition: "user_id", sort: "token_id", ttl: "expires_at" });
  readonly apiTokenOwners = this.table("ApiTokenOwners", { partition: "token_hash", ttl: "expires_at" });
  // Answers for a day, which may hold a mail's text: a backup would keep them for 35 days.
  readonly idempotencyKeys = this.table("IdempotencyKeys", {
    partition: "user_id",
    sort: "request",
    recoverable: false,
    ttl: "expires_at",
  });
  // Owners' own domains: what each owner has claimed, and which owner holds a domain.
  readonly domains = this.table("Domains", { partition: "user_id", sort: "domain" });
  readonly domainHolders = this.table("DomainHolders", { partition: "domain" });

  // Callers who have no account yet, by a hash: written by auth alone.
  readonly callerLimits = this.table("CallerLimits", { partition: "caller", sort: "window", ttl: "expires_at" });

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.indexRuns();
    this.domains.addGlobalSecondaryIndex({
      indexName: "by_check",
      partitionKey: text("check_shard"),
      sortKey: text("next_check_at"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.reminders.addGlobalSecondaryIndex({
      indexName: "due",
      partitionKey: text("due_shard"),
      sortKey: text("due_at"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    acknowledge(
      this.aiConfigurations,
      "AwsSolutions-DDB3",
      "A deleted key must be gone at once; a backup would keep its ciphertext for 35 days.",
    );
    acknowledge(
      this.idempotencyKeys,
      "AwsSolutions-DDB3",
      "Its rows are of use for a day, and may hold the text of a mail; a backup would keep them for 35 days.",
    );
  }

  /** The ARN of one index of the runs. Named in full: a grant on `index/*` would take in indexes to come. */
  runsIndexArn(name: "by_agent" | "by_thread" | "unsettled" | "waiting"): string {
    return `${this.runs.tableArn}/index/${name}`;
  }

  /** The ARN of the sparse index of owners who are to be told. */
  get remindersDueArn(): string {
    return `${this.reminders.tableArn}/index/due`;
  }

  private indexRuns(): void {
    const byUser = { partitionKey: text("user_id"), projectionType: ProjectionType.INCLUDE };
    this.runs.addGlobalSecondaryIndex({
      ...byUser,
      indexName: "by_agent",
      sortKey: text("agent_run"),
      nonKeyAttributes: IN_LISTS,
    });
    // The model gets the earlier turns of a thread, so this index also contains their texts.
    this.runs.addGlobalSecondaryIndex({
      ...byUser,
      indexName: "by_thread",
      sortKey: text("thread_run"),
      nonKeyAttributes: [...IN_LISTS, "text", "answer"],
    });
    this.runs.addGlobalSecondaryIndex({
      indexName: "unsettled",
      partitionKey: text("unsettled_shard"),
      sortKey: text("next_check_at"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    // What waits for its owner, so that telling them reads no other mail.
    this.runs.addGlobalSecondaryIndex({
      ...byUser,
      indexName: "waiting",
      sortKey: text("waiting_run"),
      nonKeyAttributes: ["agent_id", "state", "reason", "from", "subject"],
    });
  }

  private table(id: string, keys: Keys): Table {
    return new Table(this, id, {
      partitionKey: text(keys.partition),
      ...(keys.sort && { sortKey: text(keys.sort) }),
      ...(keys.ttl && { timeToLiveAttribute: keys.ttl }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: keys.recoverable ?? true },
      billingMode: BillingMode.PAY_PER_REQUEST,
      ...kept(this),
    });
  }
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}
