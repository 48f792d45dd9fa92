import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/**
 * The AWS clients. A function creates each one that it needs once. Region, credentials and endpoint come from the
 * environment. A bundle contains only the clients that its function calls, because the SDK's packages have no side
 * effects.
 */

// By default the SDK waits without a limit. These services answer in milliseconds, so a call that takes seconds is
// lost, and the function still has time to repeat it. Without throwOnRequestTimeout the SDK only prints a warning.
export const SOON = { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true };
/** For bodies of up to 40 MB. */
const SLOW = { connectionTimeout: 1_000, requestTimeout: 20_000, throwOnRequestTimeout: true };

export function dynamo(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler: SOON }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

export function cognito(): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({ requestHandler: SOON });
}

export function kms(): KMSClient {
  return new KMSClient({ requestHandler: SOON });
}

export function sqs(): SQSClient {
  return new SQSClient({ requestHandler: SOON });
}

export function s3(): S3Client {
  return new S3Client({ requestHandler: SLOW });
}

/** SES cannot tell a repeated call from a second mail, so this client never retries. */
export function ses(): SESClient {
  return new SESClient({ requestHandler: SLOW, maxAttempts: 1 });
}
