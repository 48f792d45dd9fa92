import { ACMClient } from "@aws-sdk/client-acm";
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESClient } from "@aws-sdk/client-ses";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { SSMClient } from "@aws-sdk/client-ssm";
import { STSClient } from "@aws-sdk/client-sts";

/** Credentials, Region and endpoints come from the environment, as for the AWS CLI. */
export type AwsClients = ReturnType<typeof awsClients>;

export function awsClients() {
  return {
    // CloudFront takes certificates from this Region only.
    acm: new ACMClient({ region: "us-east-1" }),
    cloudformation: new CloudFormationClient(),
    cloudwatch: new CloudWatchClient(),
    kms: new KMSClient(),
    lambda: new LambdaClient(),
    secrets: new SecretsManagerClient(),
    ses: new SESClient(),
    sesv2: new SESv2Client(),
    sns: new SNSClient(),
    // Otherwise the client calls the host in the queue's URL and ignores the endpoint in the environment.
    sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
    ssm: new SSMClient(),
    sts: new STSClient(),
  };
}
