import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { Aws, AwsOptions, Principal, SentMail, Statement, UserPoolSettings } from "../../../local/aws/aws.ts";
import { insideHandler } from "../../../local/aws/inside.ts";
import { startAws } from "../../../local/aws/start-aws.ts";

type Code = Parameters<AwsOptions["onCode"]>[0];
type Denied = Parameters<AwsOptions["onDenied"]>[0];

/** The local AWS of one test file, with its log. */
export type TestAws = { aws: Aws; mails: SentMail[]; codes: Code[]; denied: Denied[] };

export async function startTestAws(
  options: Partial<Pick<AwsOptions, "data" | "dns" | "principals">> = {},
): Promise<TestAws> {
  const mails: SentMail[] = [];
  const codes: Code[] = [];
  const denied: Denied[] = [];
  const aws = await startAws({
    data: options.data,
    dns: options.dns,
    principals: options.principals ?? [],
    onMailSent: (mail) => void mails.push(mail),
    onCode: (code) => void codes.push(code),
    onDenied: (one) => void denied.push(one),
  });
  return { aws, mails, codes, denied };
}

/** A principal with these rights. Its name is also its access key id. */
export function principal(name: string, statements: Statement[] = []): Principal {
  return { name, accessKeyId: name, secretAccessKey: `secret-of-${name}`, statements };
}

export function allow(Action: string, Resource: string, Condition?: Statement["Condition"]): Statement {
  return { Effect: "Allow", Action: [Action], Resource: [Resource], ...(Condition && { Condition }) };
}

/**
 * The official clients with this endpoint, created as any user of the SDK would. In the project `inside` their calls
 * take the functions' shorter path, and the tests must see no difference.
 */
export function clientsOf(aws: Aws, caller: Principal) {
  const { endpoint, region } = aws;
  const { accessKeyId, secretAccessKey } = caller;
  const inside = process.env["LATCHKEY_WAY"] === "inside" && { requestHandler: insideHandler(aws.answer, caller) };
  // There are no retries, because the tests check refusals and failures.
  const settings = { endpoint, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1, ...inside };
  return {
    cognito: new CognitoIdentityProviderClient(settings),
    dynamo: new DynamoDBClient(settings),
    kms: new KMSClient(settings),
    s3: new S3Client(settings),
    ses: new SESClient(settings),
    sesv2: new SESv2Client(settings),
    sns: new SNSClient(settings),
    sqs: new SQSClient(settings),
  };
}

export const POOL: UserPoolSettings = {
  userPoolId: "us-east-1_Test00001",
  clientId: "client0000000000000000001",
  minimumPasswordLength: 8,
  accessTokenSeconds: 900,
  refreshTokenSeconds: 3600,
};

/** Returns the error of a call that must fail. */
export async function failure(call: Promise<unknown>): Promise<Error> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("The call was expected to fail, and did not.");
}
