import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { Aws, Principal } from "../aws/aws.ts";
import { insideHandler } from "../aws/inside.ts";

/** The official SDK clients, signing as one principal and calling without a socket. */
export type Clients = { dynamo: DynamoDBClient; s3: S3Client; sns: SNSClient; sqs: SQSClient };

export function clientsOf(aws: Pick<Aws, "endpoint" | "region" | "answer">, principal: Principal): Clients {
  const settings = {
    endpoint: aws.endpoint,
    region: aws.region,
    requestHandler: insideHandler(aws.answer, principal),
    credentials: { accessKeyId: principal.accessKeyId, secretAccessKey: principal.secretAccessKey },
  };
  return {
    dynamo: new DynamoDBClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sns: new SNSClient(settings),
    sqs: new SQSClient(settings),
  };
}

export function destroy(clients: Clients): void {
  for (const client of Object.values(clients)) client.destroy();
}
