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

/** Credentials, Region and endpoints come from the environment, as the AWS CLI has them. */
export type AwsClients = ReturnType<typeof awsClients>;

export function awsClients() {
  return {
    // CloudFront takes certificates of this one Region.
    acm: new ACMClient({ region: "us-east-1" }),
    cloudformation: new CloudFormationClient(),
    cloudwatch: new CloudWatchClient(),
    kms: new KMSClient(),
    lambda: new LambdaClient(),
    secrets: new SecretsManagerClient(),
    ses: new SESClient(),
    sesv2: new SESv2Client(),
    sns: new SNSClient(),
    // Else a queue is asked at the host of its URL, past an endpoint that the environment names.
    sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
    ssm: new SSMClient(),
    sts: new STSClient(),
  };
}
