import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { RECEIVING_REGIONS } from "../../infra/receiving-regions.ts";
import { templateWith } from "./stack-with.ts";
import { readable, resourcesOf } from "./template.ts";

const statements = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({ Effect: z.string(), Action: z.unknown(), Principal: z.unknown(), Condition: z.unknown() }),
    ),
  }),
});
const bySes = (type: string) =>
  resourcesOf(type)
    .flatMap(([, { Properties }]) => statements.parse(Properties).PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === "Allow");

test("a mail for the domain is scanned, stored and announced to the router, and no later rule sees it", () => {
  const [rule] = resourcesOf("AWS::SES::ReceiptRule");
  expect(rule?.[1].Properties["Rule"]).toMatchObject({
    Enabled: true,
    Recipients: ["agents.latchkey.test"],
    ScanEnabled: true,
    TlsPolicy: "Optional",
    Actions: [{ S3Action: { ObjectKeyPrefix: "inbound/" } }, { StopAction: { Scope: "RuleSet" } }],
  });
});

test("mail for owners' own domains is scanned and told to the router, behind the rule of the agents' domain", () => {
  const [first, second, ...more] = resourcesOf("AWS::SES::ReceiptRule");
  expect(more).toEqual([]);
  expect(second?.[1].Properties).toMatchObject({
    After: { Ref: first?.[0] },
    Rule: { Enabled: true, ScanEnabled: true, Actions: [{ S3Action: { ObjectKeyPrefix: "inbound/" } }] },
  });
  expect(second?.[1].Properties["Rule"]).not.toHaveProperty("Recipients");
});

test("in a rule set that others use too no rule takes mail that is not named in it, and nobody is told to send it here", () => {
  const template = templateWith({ ruleSet: "theirs" });
  const rules = Object.values(template.findResources("AWS::SES::ReceiptRule"));
  expect(rules.map((rule) => rule["Properties"])).toMatchObject([{ Rule: { Recipients: ["mail.example.com"] } }]);
  const functions = Object.values(template.findResources("AWS::Lambda::Function"));
  const variables = z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) });
  const offers = functions.flatMap((fn) => {
    const { success, data } = variables.safeParse(fn["Properties"]);
    return success && "OWN_DOMAIN_MAIL" in data.Environment.Variables
      ? [data.Environment.Variables["OWN_DOMAIN_MAIL"]]
      : [];
  });
  expect(offers).toEqual(["off", "off"]);
});

test("SES may store and tell for this account's own rules alone, so no other SES customer can write here", () => {
  const set = "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:receipt-rule-set/MailIntakeRuleSet:receipt-rule";
  const rule = [`${set}/Latchkey-inbound`, `${set}/Latchkey-owners`];
  const condition = z.object({
    StringEquals: z.object({ "aws:SourceAccount": z.object({ Ref: z.literal("AWS::AccountId") }) }),
    ArnEquals: z.object({ "aws:SourceArn": z.array(z.unknown().transform(readable)) }),
  });
  // The web app's bucket is tested in tests/infra/web.test.ts.
  const store = bySes("AWS::S3::BucketPolicy").filter(({ Action }) => Action !== "s3:GetObject");
  expect(store.map(({ Action, Principal }) => [Action, Principal])).toEqual([
    ["s3:PutObject", { Service: "ses.amazonaws.com" }],
  ]);
  expect(store.map(({ Condition }) => condition.parse(Condition).ArnEquals["aws:SourceArn"])).toEqual([rule]);
  const told = bySes("AWS::SNS::TopicPolicy").filter(({ Condition }) => condition.safeParse(Condition).success);
  expect(told.map(({ Condition }) => condition.parse(Condition).ArnEquals["aws:SourceArn"])).toEqual([rule]);
});

test("SES reports the outcome of every answer, and sends only over TLS", () => {
  const [events] = resourcesOf("AWS::SES::ConfigurationSetEventDestination");
  expect(events?.[1].Properties["EventDestination"]).toMatchObject({
    Enabled: true,
    MatchingEventTypes: ["send", "reject", "delivery", "bounce", "complaint"],
  });
  const [set] = resourcesOf("AWS::SES::ConfigurationSet");
  expect(set?.[1].Properties["DeliveryOptions"]).toEqual({ TlsPolicy: "REQUIRE" });
});

test("bounces of our replies arrive as events and not as mails to an agent, and the envelope sender is our own domain", () => {
  const [identity] = resourcesOf("AWS::SES::EmailIdentity");
  expect(identity?.[1].Properties).toMatchObject({
    FeedbackAttributes: { EmailForwardingEnabled: false },
    MailFromAttributes: { MailFromDomain: "bounce.agents.latchkey.test" },
  });
});

test("CloudFormation refuses a Region where SES receives no mail with a sentence, unless the settings allow it", () => {
  const rules = z.object({
    SesReceivesMailHere: z.object({
      Assertions: z.tuple([
        z.object({
          Assert: z.object({ "Fn::Contains": z.tuple([z.array(z.string()), z.object({ Ref: z.string() })]) }),
          AssertDescription: z.string(),
        }),
      ]),
    }),
  });
  const template: unknown = JSON.parse(readFileSync("cdk.out/Latchkey.template.json", "utf8"));
  const [{ Assert, AssertDescription }] = z.object({ Rules: rules }).parse(template).Rules
    .SesReceivesMailHere.Assertions;
  expect(Assert["Fn::Contains"]).toEqual([RECEIVING_REGIONS, { Ref: "AWS::Region" }]);
  expect(AssertDescription).toMatch(/^Amazon SES is not known to receive mail in this region.*-c anyRegion=true\.$/);
  expect(RECEIVING_REGIONS).not.toContain("eu-south-1");
  expect(templateWith({ anyRegion: true }).toJSON()).not.toHaveProperty("Rules.SesReceivesMailHere");
});
