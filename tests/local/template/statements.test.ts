import { expect, test } from "vitest";
import { createResolver } from "../../../local/template/resolver.ts";
import { statementsOf } from "../../../local/template/statements.ts";
import { type Json, templateJson } from "../../../local/template/template.ts";
import { unknownTypes } from "../../../local/template/types.ts";

const policy = (action: string, role: string) => ({
  Type: "AWS::IAM::Policy",
  Properties: {
    PolicyDocument: { Statement: [{ Effect: "Allow", Action: action, Resource: { "Fn::GetAtt": ["Table", "Arn"] } }] },
    Roles: [{ Ref: role }],
  },
});

function template(role: Record<string, Json>) {
  const Resources = {
    Table: { Type: "AWS::DynamoDB::Table" },
    Mine: { Type: "AWS::IAM::Role", Properties: role },
    Other: { Type: "AWS::IAM::Role" },
    MyPolicy: policy("dynamodb:GetItem", "Mine"),
    OtherPolicy: policy("dynamodb:DeleteItem", "Other"),
    New: { Type: "AWS::Novel::Thing" },
    Hook: { Type: "Custom::Something" },
  };
  return { resources: templateJson.parse({ Resources }).Resources, assets: "." };
}

test("a role has its inline and attached policies, and no other role's", () => {
  const Condition = { Null: { "kms:EncryptionContext:user_id": "false" } };
  const inline = { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "*", Condition };
  const own = template({ Policies: [{ PolicyName: "p", PolicyDocument: { Statement: [inline] } }] });
  expect(statementsOf(own, createResolver(own, ""), "Mine")).toEqual([
    { Effect: "Allow", Action: ["kms:Decrypt"], Resource: ["*"], Condition },
    {
      Effect: "Allow",
      Action: ["dynamodb:GetItem"],
      Resource: ["arn:aws:dynamodb:us-east-1:000000000000:table/Table"],
    },
  ]);
});

test("an AWS managed policy is refused, because its statements are not in the template", () => {
  const foreign = template({ ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] });
  expect(() => statementsOf(foreign, createResolver(foreign, ""), "Mine")).toThrow(/AdministratorAccess/);
});

test("an unknown resource type is reported once, and a custom resource is not reported", () => {
  expect(unknownTypes(template({}))).toEqual(["AWS::Novel::Thing"]);
});
