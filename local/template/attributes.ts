import { ACCOUNT, REGION } from "../aws/account.ts";
import { arn, readableName, stableId, stableUuid, userPoolId } from "./names.ts";

/** The values of `Ref` and `Fn::GetAtt` for one resource. */
export type Attributes = { Ref: string; [attribute: string]: string };

export type Named = {
  logicalId: string;
  /** The name that the template gives, if any. */
  given: string | undefined;
  /** Where the AWS emulators listen. Only queue URLs contain it. */
  endpoint: string;
};

/** Stands for the web app's host name until its port is known. */
export const WEB_HOST = "web.latchkey.localhost";

type AttributesOf = (resource: Named) => Attributes;

const name = ({ given, logicalId }: Named): string => given ?? logicalId;
const byName: AttributesOf = (r) => ({ Ref: name(r) });

const table: AttributesOf = (r) => ({ Ref: name(r), Arn: arn("dynamodb", `table/${name(r)}`) });

/** The "Return values" of each type's reference page, as far as our templates use them. */
const TYPES: Record<string, AttributesOf> = {
  "AWS::DynamoDB::Table": table,
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::SQS::Queue": (r) => {
    const url = `${r.endpoint}/${ACCOUNT}/${name(r)}`;
    return { Ref: url, QueueUrl: url, QueueName: name(r), Arn: arn("sqs", name(r)) };
  },
  "AWS::SNS::Topic": (r) => ({ Ref: arn("sns", name(r)), TopicArn: arn("sns", name(r)), TopicName: name(r) }),
  "AWS::S3::Bucket": (r) => {
    const bucket = r.given ?? r.logicalId.toLowerCase();
    return { Ref: bucket, Arn: `arn:aws:s3:::${bucket}` };
  },
  "AWS::KMS::Key": ({ logicalId }) => {
    const id = stableUuid(logicalId);
    return { Ref: id, KeyId: id, Arn: arn("kms", `key/${id}`) };
  },
  "AWS::Cognito::UserPool": ({ logicalId }) => {
    const id = userPoolId(logicalId);
    const provider = `cognito-idp.${REGION}.amazonaws.com/${id}`;
    return {
      Ref: id,
      UserPoolId: id,
      Arn: arn("cognito-idp", `userpool/${id}`),
      ProviderName: provider,
      ProviderURL: `https://${provider}`,
    };
  },
  "AWS::Cognito::UserPoolClient": ({ logicalId }) => {
    const id = stableId(logicalId, 26);
    return { Ref: id, ClientId: id };
  },
  "AWS::Lambda::Function": (r) => {
    const called = r.given ?? readableName(r.logicalId);
    return { Ref: called, Arn: arn("lambda", `function:${called}`) };
  },
  "AWS::IAM::Role": (r) => ({ Ref: name(r), Arn: `arn:aws:iam::${ACCOUNT}:role/${name(r)}` }),
  "AWS::Logs::LogGroup": (r) => ({ Ref: name(r), Arn: arn("logs", `log-group:${name(r)}:*`) }),
  "AWS::SES::ConfigurationSet": byName,
  "AWS::SES::EmailIdentity": byName,
  "AWS::SES::ReceiptRuleSet": byName,
  "AWS::SES::ReceiptRule": byName,
  "AWS::CloudFront::Distribution": () => ({ Ref: "local", DomainName: WEB_HOST }),
  "AWS::ApiGatewayV2::Api": ({ logicalId }) => {
    const id = stableId(logicalId, 10);
    return { Ref: id, ApiId: id, ApiEndpoint: `https://${id}.execute-api.${REGION}.amazonaws.com` };
  },
  "AWS::ApiGatewayV2::Authorizer": ({ logicalId }) => ({ Ref: stableId(logicalId, 6) }),
  "AWS::ApiGatewayV2::Integration": ({ logicalId }) => ({ Ref: stableId(logicalId, 7) }),
};

/** The property in which a template may name a resource. */
export const NAME_PROPERTIES: Record<string, string> = {
  "AWS::DynamoDB::Table": "TableName",
  "AWS::DynamoDB::GlobalTable": "TableName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::SNS::Topic": "TopicName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::IAM::Role": "RoleName",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::SES::ConfigurationSet": "Name",
  "AWS::SES::EmailIdentity": "EmailIdentity",
  "AWS::SES::ReceiptRuleSet": "RuleSetName",
};

/** Undefined for a type that this machine does not know. */
export function attributesOf(type: string, resource: Named): Attributes | undefined {
  return TYPES[type]?.(resource);
}
