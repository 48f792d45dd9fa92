import { expect, test } from "vitest";
import * as z from "zod";
import { templateWith } from "./stack-with.ts";

const resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
const template = z.object({ Resources: z.record(z.string(), resource) });

/** Names that are unique only within their parent, so another stack may use them too. */
const WITHIN_PARENT = new Set([
  "AWS::ApiGatewayV2::Authorizer Name",
  "AWS::ApiGatewayV2::Stage StageName",
  // A header that each distribution sends to its own origin.
  "AWS::CloudFront::Distribution HeaderName",
  // A metric is unique within its namespace and its dimensions.
  "AWS::CloudWatch::Alarm MetricName",
  "AWS::CloudWatch::Alarm Name",
  "AWS::Logs::MetricFilter MetricName",
  // The event pattern of a rule about the stack's own key.
  "AWS::Events::Rule eventName",
  "AWS::Cognito::UserPool Name",
  "AWS::DynamoDB::Table AttributeName",
  "AWS::DynamoDB::Table IndexName",
  "AWS::IAM::Policy PolicyName",
  // Names that two stages of a team may share.
  "AWS::Route53::RecordSet HostedZoneName",
]);

const NAME = /(Name|Alias|Aliases|EmailIdentity|MailFromDomain|MetricNamespace|Namespace|Domain)$/;

/**
 * Every name that the template sets itself, alone or joined with the account and Region. CloudFormation generates all
 * others.
 */
function namesOf(context: Record<string, unknown>): string[] {
  const { Resources } = template.parse(templateWith(context).toJSON());
  return Object.values(Resources).flatMap(({ Type, Properties }) =>
    namesIn(Properties)
      .filter(([property, value]) => !WITHIN_PARENT.has(`${Type} ${property}`) && !value.startsWith('"AWS/'))
      .map(([property, value]) => `${Type} ${property} ${value}`),
  );
}

function namesIn(value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([property, inner]): [string, string][] => {
    const text = JSON.stringify(inner);
    const isMade = /"(Ref|Fn::GetAtt)":\[?"(?!AWS::)/.test(text);
    return NAME.test(property) && !isMade ? [[property, text]] : namesIn(inner);
  });
}

test("two stages in one account and Region share no name", () => {
  const both = {
    hostedZone: "example.com",
    alarmAddress: "ops@example.com",
    webCertificate: "arn:aws:acm:us-east-1:123456789012:certificate/a",
  };
  const live = namesOf({ ...both, mailDomain: "agents.example.com", webDomain: "app.example.com" });
  const trial = namesOf({ ...both, stage: "test", mailDomain: "test.example.com", webDomain: "try.example.com" });
  expect(live.filter((name) => trial.includes(name))).toEqual([]);
  // The search finds a name in a list, inside another property, and one that CloudFormation joins.
  for (const found of [
    'AWS::CloudFront::Distribution Aliases ["app.example.com"]',
    'AWS::ApiGatewayV2::Api Name "Latchkey"',
    'AWS::SES::EmailIdentity EmailIdentity "agents.example.com"',
    'AWS::SES::ReceiptRule Name "Latchkey-inbound"',
    'AWS::CloudFront::OriginAccessControl Name {"Fn::Join":["",["Latchkey-access-",{"Ref":"AWS::Region"}]]}',
  ]) {
    expect(live).toContain(found);
  }
});
