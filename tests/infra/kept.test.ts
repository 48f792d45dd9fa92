import type { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import * as z from "zod";
import { PHASE } from "../../infra/kept.ts";
import { templateWith } from "./stack-with.ts";

/**
 * The logical ids that every release so far has given to the resources with data. Another id would mean another, empty
 * resource.
 */
const KEPT = {
  AccountsPool5D126928: "AWS::Cognito::UserPool",
  RawMailBucket20C34D36: "AWS::S3::Bucket",
  TablesAddressesA941F62F: "AWS::DynamoDB::Table",
  TablesAiConfigurationsFB268CC1: "AWS::DynamoDB::Table",
  TablesAutomationAgents76251236: "AWS::DynamoDB::Table",
  TablesRunsB40D77DF: "AWS::DynamoDB::Table",
  TablesUsageA60E9525: "AWS::DynamoDB::Table",
  TablesUsersBA34CAA2: "AWS::DynamoDB::Table",
  VaultKey15E6834C: "AWS::KMS::Key",
};

const resource = z.looseObject({
  Type: z.string(),
  DeletionPolicy: z.string().optional(),
  DependsOn: z.array(z.string()).default([]),
  Properties: z.record(z.string(), z.unknown()).default({}),
});

function keptIn(template: Template) {
  const { Resources } = z.object({ Resources: z.record(z.string(), resource) }).parse(template.toJSON());
  return Object.entries(Resources).filter(([, { DeletionPolicy = "Delete" }]) => DeletionPolicy !== "Delete");
}

const usual = templateWith();

test("resources with data keep the last release's logical ids, in every stage and with every setting", () => {
  const others = [
    templateWith({ stage: "test" }),
    templateWith({ cognitoPlan: "plus", hostedZone: "example.com", ruleSet: "other", maxInvocations: 2 }),
  ];
  for (const template of [usual, ...others]) {
    const ids = keptIn(template).map(([id, { Type }]): [string, string] => [id, Type]);
    expect(Object.fromEntries(ids)).toMatchObject(KEPT);
  }
});

test("a failed first deployment removes its resources, and the next one protects them from deletion", () => {
  const protection = (template: Template) =>
    keptIn(template).flatMap(([, { Type, Properties }]) => {
      if (Type === "AWS::DynamoDB::Table") return [Properties["DeletionProtectionEnabled"]];
      return Type === "AWS::Cognito::UserPool" ? [Properties["DeletionProtection"]] : [];
    });
  const first = protection(templateWith({ [PHASE]: "first" }));
  expect(first).toHaveLength(protection(usual).length);
  for (const value of first) expect(value).toBeOneOf([false, "INACTIVE", undefined]);
  for (const value of protection(usual)) expect(value).toBeOneOf([true, "ACTIVE"]);
});

test("adopted resources refer only to resources that a destroyed stack leaves, and are retained", () => {
  const adopted = keptIn(templateWith({ [PHASE]: "adopt" }));
  expect(adopted.map(([id]) => id)).toEqual(keptIn(usual).map(([id]) => id));
  const ids = adopted.map(([id]) => id);
  for (const [, { DependsOn, DeletionPolicy, Properties }] of adopted) {
    expect([DeletionPolicy, DependsOn]).toEqual(["Retain", []]);
    expect(ids).toEqual(expect.arrayContaining(referencesOf(Properties)));
  }
});

function referencesOf(value: unknown): string[] {
  const text = JSON.stringify(value);
  const found = [...text.matchAll(/"(?:Ref|Fn::GetAtt)":\[?"([^":]+)"/g)].map(([, id]) => id ?? "");
  return found.filter((id) => id !== "");
}
