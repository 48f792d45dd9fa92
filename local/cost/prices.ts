/** One price of AWS's list. */
export type AwsPrice = { usd: number; per: number; unit: string; source: string };

/**
 * AWS's list prices in us-east-1, in US dollars, without free tiers, taxes and private terms. AWS changes them without
 * notice: open the source before a decision hangs on a line, and change the day with the price.
 */
export const PRICES_OF = "2026-11-29";
export const REGION = "us-east-1";

const MILLION = 1_000_000;
const page = (service: string) => `https://aws.amazon.com/${service}/pricing/`;

export const PRICES = {
  lambdaRequest: { usd: 0.2, per: MILLION, unit: "invocations", source: page("lambda") },
  lambdaTime: { usd: 0.0000133334, per: 1, unit: "GB-seconds (arm64)", source: page("lambda") },
  dynamoWrite: { usd: 0.625, per: MILLION, unit: "write units", source: `${page("dynamodb")}on-demand/` },
  dynamoRead: { usd: 0.125, per: MILLION, unit: "read units", source: `${page("dynamodb")}on-demand/` },
  dynamoStorage: { usd: 0.25, per: 1, unit: "GB-months", source: `${page("dynamodb")}on-demand/` },
  dynamoBackup: {
    usd: 0.2,
    per: 1,
    unit: "GB-months of point-in-time recovery",
    source: `${page("dynamodb")}on-demand/`,
  },
  sqs: { usd: 0.4, per: MILLION, unit: "requests", source: page("sqs") },
  sns: { usd: 0.5, per: MILLION, unit: "publishes", source: page("sns") },
  s3Put: { usd: 0.005, per: 1_000, unit: "PUT requests", source: page("s3") },
  s3Get: { usd: 0.0004, per: 1_000, unit: "GET requests", source: page("s3") },
  s3Storage: { usd: 0.023, per: 1, unit: "GB-months", source: page("s3") },
  sesOut: { usd: 0.1, per: 1_000, unit: "mails sent", source: page("ses") },
  sesIn: { usd: 0.1, per: 1_000, unit: "mails received", source: page("ses") },
  sesChunk: { usd: 0.09, per: 1_000, unit: "incoming chunks of 256 KB", source: page("ses") },
  kmsKey: { usd: 1, per: 1, unit: "key", source: page("kms") },
  kms: { usd: 0.03, per: 10_000, unit: "requests", source: page("kms") },
  api: { usd: 1, per: MILLION, unit: "HTTP API requests", source: page("api-gateway") },
  cloudFront: { usd: 0.01, per: 10_000, unit: "HTTPS requests", source: page("cloudfront") },
  cognito: { usd: 0.015, per: 1, unit: "monthly active users (Essentials)", source: page("cognito") },
  logs: { usd: 0.5, per: 1, unit: "GB of logs", source: page("cloudwatch") },
  metric: { usd: 0.3, per: 1, unit: "own metrics", source: page("cloudwatch") },
  alarm: { usd: 0.1, per: 1, unit: "alarms", source: page("cloudwatch") },
  insightRule: { usd: 0.5, per: 1, unit: "Contributor Insights rules", source: page("cloudwatch") },
  dashboard: { usd: 3, per: 1, unit: "dashboard", source: page("cloudwatch") },
  scheduler: { usd: 1, per: MILLION, unit: "scheduled invocations", source: page("eventbridge") },
} as const satisfies Record<string, AwsPrice>;
export type PriceName = keyof typeof PRICES;

/** Cognito bills users above these, for good and not for a year. */
export const FREE_USERS = 10_000;
