import { Match } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import * as z from "zod";
import { templateWith } from "./stack-with.ts";
import { readable } from "./template.ts";

/** Only the mail domain is set. The tests below change one setting each. */
const plain = templateWith();

test("CORS allows another origin only if the settings name it", () => {
  plain.hasResourceProperties("AWS::ApiGatewayV2::Api", { CorsConfiguration: Match.absent() });
  templateWith({ allowedOrigins: "https://app.example.com" }).hasResourceProperties("AWS::ApiGatewayV2::Api", {
    CorsConfiguration: { AllowOrigins: ["https://app.example.com"], AllowCredentials: true },
  });
});

test("Cognito mails its codes itself until SES has verified the domain", () => {
  templateWith({ cognitoMail: "cognito" }).hasResourceProperties("AWS::Cognito::UserPool", {
    EmailConfiguration: { EmailSendingAccount: "COGNITO_DEFAULT" },
  });
});

test("leaked passwords are refused on the plan that detects them", () => {
  const risk = "AWS::Cognito::UserPoolRiskConfigurationAttachment";
  plain.resourceCountIs(risk, 0);
  const plus = templateWith({ cognitoPlan: "plus" });
  plus.hasResourceProperties("AWS::Cognito::UserPool", { UserPoolTier: "PLUS" });
  plus.hasResourceProperties(risk, {
    ClientId: "ALL",
    CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: "BLOCK" } },
    AccountTakeoverRiskConfiguration: Match.absent(),
  });
});

test("the auth function requires a verified address only if the setting is on", () => {
  const asked = (setting: string) => ({
    Environment: { Variables: Match.objectLike({ EMAIL_CONFIRMATION: setting }) },
  });
  plain.hasResourceProperties("AWS::Lambda::Function", asked("off"));
  templateWith({ emailConfirmation: true }).hasResourceProperties("AWS::Lambda::Function", asked("on"));
});

test("a new rule set is activated, and an existing one only gets another rule", () => {
  plain.resourceCountIs("AWS::SES::ReceiptRuleSet", 1);
  plain.resourceCountIs("Custom::LatchkeyRuleSet", 1);
  const extended = templateWith({ ruleSet: "the-company-rules" });
  extended.resourceCountIs("AWS::SES::ReceiptRuleSet", 0);
  extended.resourceCountIs("Custom::LatchkeyRuleSet", 0);
  extended.hasResourceProperties("AWS::SES::ReceiptRule", { RuleSetName: "the-company-rules" });
});

const NAMES = ["mail.example.com", "bounce.mail.example.com", "bounce.mail.example.com", "_dmarc.mail.example.com"];

test("without a hosted zone the outputs list the seven DNS records to set by hand", () => {
  plain.resourceCountIs("AWS::Route53::RecordSet", 0);
  const records = Object.values(plain.findOutputs("*")).filter(
    ({ Description }) => Description === "A DNS record to set",
  );
  expect(records.map(({ Value }) => readable(Value))).toEqual([
    "mail.example.com MX 10 inbound-smtp.<AWS::Region>.amazonaws.com",
    "bounce.mail.example.com MX 10 feedback-smtp.<AWS::Region>.amazonses.com",
    'bounce.mail.example.com TXT "v=spf1 include:amazonses.com ~all"',
    '_dmarc.mail.example.com TXT "v=DMARC1; p=quarantine"',
    ...[1, 2, 3].map((n) => `MailSendingIdentity.DkimDNSTokenName${n} CNAME MailSendingIdentity.DkimDNSTokenValue${n}`),
  ]);
});

test.each([
  ["Z0123456789ABCDEFGHIJ", { HostedZoneId: "Z0123456789ABCDEFGHIJ" }],
  ["example.com", { HostedZoneName: "example.com." }],
])("the stack sets the same records itself in the zone %s", (hostedZone, zone) => {
  const template = templateWith({ hostedZone });
  const records = Object.values(
    template.findResources("AWS::Route53::RecordSet", { Properties: Match.objectLike(zone) }),
  );
  expect(records).toHaveLength(7);
  const names = records.map(({ Properties }) => z.object({ Name: z.unknown() }).parse(Properties).Name);
  expect(names.filter((name) => typeof name === "string")).toEqual(NAMES);
  expect(template.findOutputs("DnsRecordInbound")).toEqual({});
});

test("the functions are traced only if the setting is on, and may only write traces", () => {
  const traced = { TracingConfig: { Mode: "Active" } };
  expect(plain.findResources("AWS::Lambda::Function", { Properties: traced })).toEqual({});
  const template = templateWith({ traces: "true" });
  const functions = Object.keys(template.findResources("AWS::Lambda::Function"));
  expect(Object.keys(template.findResources("AWS::Lambda::Function", { Properties: traced }))).toEqual(functions);
  template.hasResourceProperties("AWS::IAM::Policy", {
    PolicyDocument: {
      Statement: Match.arrayWith([
        { Effect: "Allow", Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" },
      ]),
    },
  });
});

test("with an address every alarm is mailed, and CloudWatch may publish to the topic", () => {
  const address = "ops@example.com";
  const template = templateWith({ alarmAddress: address });
  const topic = Object.keys(template.findResources("AWS::SNS::Topic")).find((id) => id.startsWith("AlarmsTopic"));
  template.hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email", Endpoint: address });
  template.allResourcesProperties("AWS::CloudWatch::Alarm", { AlarmActions: [{ Ref: topic }] });
  template.hasResourceProperties("AWS::SNS::TopicPolicy", {
    Topics: [{ Ref: topic }],
    PolicyDocument: {
      Statement: [
        { Effect: "Deny" },
        { Effect: "Allow", Principal: { Service: "cloudwatch.amazonaws.com" } },
        { Effect: "Allow", Principal: { Service: "events.amazonaws.com" } },
      ],
    },
  });
});
