import type { Template } from "./template.ts";

/** The types that this machine creates or reads, each with the file that does so. */
const USED = [
  "AWS::ApiGatewayV2::Api", // api/
  "AWS::ApiGatewayV2::Authorizer",
  "AWS::ApiGatewayV2::Integration",
  "AWS::ApiGatewayV2::Route",
  "AWS::ApiGatewayV2::Stage",
  "AWS::Cognito::UserPool", // resources/user-pools.ts
  "AWS::Cognito::UserPoolClient",
  "AWS::DynamoDB::GlobalTable", // resources/tables.ts
  "AWS::DynamoDB::Table",
  "AWS::IAM::ManagedPolicy", // template/statements.ts
  "AWS::IAM::Policy",
  "AWS::IAM::Role",
  "AWS::KMS::Key", // resources/make-resources.ts
  "AWS::Lambda::EventSourceMapping", // queues/
  "AWS::Lambda::Function", // functions/
  "AWS::S3::Bucket", // resources/buckets.ts
  "AWS::Scheduler::Schedule", // schedules/
  "AWS::SES::ConfigurationSet",
  "AWS::SES::ConfigurationSetEventDestination", // mail/
  "AWS::SES::EmailIdentity",
  "AWS::SES::ReceiptRule",
  "AWS::SNS::Subscription", // resources/topics.ts
  "AWS::SNS::Topic",
  "AWS::SQS::Queue", // resources/queues.ts
];

/**
 * Types that one machine does not need: permissions to call from outside a role, DNS, alarms, logs, deployment helpers.
 */
const SKIPPED = [
  "AWS::CDK::Metadata",
  "AWS::CloudFormation::CustomResource",
  "AWS::CloudFormation::WaitConditionHandle",
  "AWS::CloudFront::Distribution", // web/ serves the app here, and stack.ts puts its address in the name's place.
  "AWS::CloudFront::Function",
  "AWS::CloudFront::OriginAccessControl",
  "AWS::CloudFront::ResponseHeadersPolicy",
  "AWS::CloudWatch::Alarm",
  "AWS::CloudWatch::Dashboard",
  "AWS::CloudWatch::InsightRule",
  "AWS::Events::Rule",
  "AWS::KMS::Alias",
  "AWS::Lambda::EventInvokeConfig",
  "AWS::Lambda::Permission",
  "AWS::Logs::LogGroup",
  "AWS::Logs::MetricFilter",
  "AWS::Route53::RecordSet",
  "AWS::S3::BucketPolicy",
  "AWS::SES::ReceiptRuleSet",
  "AWS::SNS::TopicPolicy",
  "AWS::SQS::QueuePolicy",
  "AWS::SSM::Parameter",
];

/** The types that this machine does not know. Each is printed on a line at start-up. */
export function unknownTypes(template: Template): string[] {
  const known = new Set([...USED, ...SKIPPED]);
  const types = new Set(Object.values(template.resources).map(({ Type }) => Type));
  return [...types].filter((type) => !known.has(type) && !type.startsWith("Custom::")).sort();
}
