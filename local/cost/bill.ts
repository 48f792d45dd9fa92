import type { Measured } from "./count-mails.ts";
import { isPoll } from "./count-mails.ts";
import { FREE_USERS, PRICES, type PriceName } from "./prices.ts";
import type { Standing } from "./standing.ts";

export type Size = {
  mails: number;
  /** Mails a second at the peak. */
  perSecond: number;
  users: number;
  tokensIn: number;
  tokensOut: number;
};

export type BillLine = { service: string; amount: number; price: PriceName; usd: number };

/** Assumptions that the counted run cannot measure, each with its reason. */
export const ASSUMED = {
  /** The time of a provider's answer. The runner waits for it, and Lambda bills the time. */
  answerSeconds: 6,
  /** All other work of the runner on a mail. */
  runnerSeconds: 0.5,
  runnerGb: 0.5,
  /** Every other invocation: 100 ms at 256 MB, in the middle of what such functions take on arm64. */
  otherGbSeconds: 0.1 * 0.25,
  /** SES's reports of one reply (send, delivery) come one by one. */
  eventsPerMail: 2,
  mailBytes: 75_000,
  rowBytes: 12_000,
  /** An owner who looks into the app on 20 days, at some 25 calls each. */
  callsPerUser: 500,
  /** Lambda keeps five long polls of 20 seconds at each queue: docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html */
  pollsPerQueue: 5 * 3 * 60 * 24 * 30,
  sweeps: 12 * 24 * 30,
  /** Looks at owners' domains that are due, each minute. */
  domainChecks: 60 * 24 * 30,
  /** Raw mail stays 90 days, so a steady stack holds three months of it; rows stay, so a year holds twelve. */
  monthsOfMail: 3,
  monthsOfRows: 12,
} as const;

/**
 * Returns AWS's monthly bill, line by line. @param standing the template's resources, which cost the same without mails
 */
export function billOf({ mails, users }: Size, measured: Measured, standing: Standing): BillLine[] {
  const per = perMail(measured);
  const apiCalls = users * ASSUMED.callsPerUser;
  const events = ASSUMED.eventsPerMail;
  const runnerTime = (ASSUMED.answerSeconds + ASSUMED.runnerSeconds) * ASSUMED.runnerGb;
  // The router, the runner, and one for each report of SES's.
  const scheduled = ASSUMED.sweeps + ASSUMED.domainChecks;
  const others = mails * (1 + events) + apiCalls + scheduled;
  const gb = (bytes: number) => bytes / 1024 ** 3;
  return [
    line("Lambda", mails + others, "lambdaRequest"),
    line("Lambda", mails * runnerTime + others * ASSUMED.otherGbSeconds, "lambdaTime"),
    line("DynamoDB", mails * per.writeUnits, "dynamoWrite"),
    line("DynamoDB", mails * per.readUnits + apiCalls * 2, "dynamoRead"),
    line("DynamoDB", gb(mails * ASSUMED.rowBytes * ASSUMED.monthsOfRows), "dynamoStorage"),
    line("DynamoDB", gb(mails * ASSUMED.rowBytes * ASSUMED.monthsOfRows), "dynamoBackup"),
    line("SQS", mails * per.sqs + standing.queues * ASSUMED.pollsPerQueue, "sqs"),
    line("SNS", mails * (1 + events), "sns"),
    line("S3", mails, "s3Put"),
    line("S3", mails * per.s3Get, "s3Get"),
    line("S3", gb(mails * ASSUMED.mailBytes * ASSUMED.monthsOfMail), "s3Storage"),
    line("SES", mails, "sesIn"),
    line("SES", mails * Math.floor(ASSUMED.mailBytes / 262_144), "sesChunk"),
    line("SES", mails * per.ses, "sesOut"),
    line("KMS", standing.keys, "kmsKey"),
    line("KMS", mails * per.kms, "kms"),
    line("API Gateway", apiCalls, "api"),
    line("CloudFront", apiCalls * 1.2, "cloudFront"),
    line("Cognito", Math.max(0, users - FREE_USERS), "cognito"),
    line("CloudWatch", gb(mails * per.logBytes + apiCalls * 400), "logs"),
    line("CloudWatch", standing.metrics, "metric"),
    line("CloudWatch", standing.alarms, "alarm"),
    line("CloudWatch", standing.insightRules, "insightRule"),
    line("CloudWatch", standing.dashboards, "dashboard"),
    line("EventBridge Scheduler", scheduled, "scheduler"),
  ];
}

function line(service: string, amount: number, price: PriceName): BillLine {
  const { usd, per } = PRICES[price];
  return { service, amount, price, usd: (amount / per) * usd };
}

/** The counted run, for one mail. */
export function perMail({ mails, counts, logBytes }: Measured) {
  const of = (match: (name: string) => boolean, what: "calls" | "units") =>
    Object.entries(counts).reduce((sum, [name, counted]) => sum + (match(name) ? counted[what] : 0), 0) / mails;
  const isRead = (name: string) => /^dynamodb (Get|Query|Scan|BatchGet)/.test(name);
  return {
    writeUnits: of((name) => name.startsWith("dynamodb ") && !isRead(name), "units"),
    readUnits: of(isRead, "units"),
    // Polls that find messages are counted per mail. Empty polls are estimated per month.
    sqs: of((name) => name.startsWith("sqs ") && !isPoll(name), "calls"),
    s3Get: of((name) => name === "s3 GET", "calls"),
    ses: of((name) => name.startsWith("ses "), "calls"),
    kms: of((name) => name.startsWith("kms "), "calls"),
    logBytes: logBytes / mails,
  };
}
