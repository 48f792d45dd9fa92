import type { StackResourceSummary } from "@aws-sdk/client-cloudformation";
import { type Answers, AwsRefusal, xml } from "./aws-stub.ts";

export const ACCOUNT = "123456789012";
export const DOMAIN = "agents.example.com";
export const TOKENS = ["aaa", "bbb", "ccc"];

/** What a deployed stack has, as far as the checks look at it. */
export const RESOURCES: Pick<StackResourceSummary, "LogicalResourceId" | "PhysicalResourceId" | "ResourceType">[] = [
  { LogicalResourceId: "MailSendingIdentity", PhysicalResourceId: DOMAIN, ResourceType: "AWS::SES::EmailIdentity" },
  { LogicalResourceId: "MailIntakeRuleSet", PhysicalResourceId: "our-rules", ResourceType: "AWS::SES::ReceiptRuleSet" },
  {
    LogicalResourceId: "AlarmsTopicAB",
    PhysicalResourceId: "arn:aws:sns:eu-west-1:1:alarms",
    ResourceType: "AWS::SNS::Topic",
  },
  { LogicalResourceId: "VaultKey15E6834C", PhysicalResourceId: "key-1", ResourceType: "AWS::KMS::Key" },
  {
    LogicalResourceId: "AgentRunsRunner",
    PhysicalResourceId: "Latchkey-runner",
    ResourceType: "AWS::Lambda::Function",
  },
  {
    LogicalResourceId: "AgentRunsRunnerJobs",
    PhysicalResourceId: "map-1",
    ResourceType: "AWS::Lambda::EventSourceMapping",
  },
  {
    LogicalResourceId: "AgentRunsJobsDeadLetters",
    PhysicalResourceId: "https://sqs.eu-west-1.amazonaws.com/1/dead",
    ResourceType: "AWS::SQS::Queue",
  },
];

/** An account in which Latchkey is deployed and all is well; a test changes what it is about. */
export function healthyAccount(outputs: Record<string, string> = {}): Answers {
  return {
    GetCallerIdentity: xml({ Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/ops` }),
    GetParameter: { Parameter: { Name: "/cdk-bootstrap/hnb659fds/version", Value: "29" } },
    DescribeStacks: stackOf("UPDATE_COMPLETE", outputs),
    ListStackResources: xml({
      StackResourceSummaries: RESOURCES.map((each) => ({ ...each, ResourceStatus: "CREATE_COMPLETE" })),
    }),
    ListStacks: "",
    "GET /2016-08-19/account-settings": { AccountLimit: { ConcurrentExecutions: 1000 } },
    "GET /2015-03-31/event-source-mappings": {
      EventSourceMappings: [
        { FunctionArn: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:Latchkey-runner`, State: "Enabled" },
      ],
    },
    "GET /v2/email/account": {
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      EnforcementStatus: "HEALTHY",
      SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 },
    },
    [`GET /v2/email/identities/${DOMAIN}`]: {
      VerifiedForSendingStatus: true,
      DkimAttributes: { Status: "SUCCESS", Tokens: TOKENS },
      MailFromAttributes: { MailFromDomain: `bounce.${DOMAIN}`, MailFromDomainStatus: "SUCCESS" },
    },
    DescribeActiveReceiptRuleSet: xml({
      Metadata: { Name: "our-rules" },
      Rules: [{ Name: "Latchkey-inbound", Enabled: true, Recipients: [DOMAIN] }],
    }),
    ListSubscriptionsByTopic: xml({
      Subscriptions: [
        { Endpoint: "ops@example.com", Protocol: "email", SubscriptionArn: "arn:aws:sns:eu-west-1:1:alarms:2" },
      ],
    }),
    DescribeKey: { KeyMetadata: { KeyId: "key-1", KeyState: "Enabled" } },
    GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: "0" } },
    DescribeAlarms: { MetricAlarms: [] },
    GetMetricStatistics: { Datapoints: [] },
  };
}

/** An account that is new: nothing of Latchkey, SES in its sandbox, ten Lambdas at once. */
export function newAccount(): Answers {
  return {
    ...healthyAccount(),
    GetParameter: new AwsRefusal("ParameterNotFound"),
    DescribeStacks: noStack,
    "GET /2016-08-19/account-settings": { AccountLimit: { ConcurrentExecutions: 10 } },
    "GET /v2/email/account": {
      ProductionAccessEnabled: false,
      SendingEnabled: true,
      SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 0 },
    },
    [`GET /v2/email/identities/${DOMAIN}`]: new AwsRefusal("NotFoundException", "Email identity does not exist", 404),
    DescribeActiveReceiptRuleSet: "",
  };
}

export const noStack = new AwsRefusal("ValidationError", "Stack with id Latchkey does not exist");

export function stackOf(StackStatus: string, outputs: Record<string, string> = {}): string {
  const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
  const CreationTime = "2026-11-29T00:00:00Z";
  return xml({ Stacks: [{ StackName: "Latchkey", CreationTime, StackStatus, Outputs }] });
}
