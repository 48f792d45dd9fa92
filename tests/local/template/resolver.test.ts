import { expect, test } from "vitest";
import * as z from "zod";
import { createResolver } from "../../../local/template/resolver.ts";
import { type Json, type Template, templateJson } from "../../../local/template/template.ts";

function templateOf(resources: Record<string, { Type: string; Properties?: Record<string, Json> }>): Template {
  return { resources: templateJson.parse({ Resources: resources }).Resources, assets: "." };
}

const template = templateOf({
  RunsTable0A1B2C3D: { Type: "AWS::DynamoDB::Table" },
  Jobs: { Type: "AWS::SQS::Queue" },
  Named: {
    Type: "AWS::SNS::Topic",
    Properties: { TopicName: { "Fn::Join": ["-", ["mail", { Ref: "AWS::Region" }]] } },
  },
  Pool: { Type: "AWS::Cognito::UserPool" },
  Key: { Type: "AWS::KMS::Key" },
  Odd: { Type: "AWS::Odd::Thing", Properties: { A: { "Fn::ImportValue": "x" }, B: "b", C: { "Fn::Join": "wrong" } } },
});
const resolver = createResolver(template, "http://127.0.0.1:4000");
const resolve = (value: Json) => resolver.resolve(value, "Test.Property");

test("Ref gives CloudFormation's value for each type", () => {
  expect(resolve({ Ref: "RunsTable0A1B2C3D" })).toBe("RunsTable0A1B2C3D");
  expect(resolve({ Ref: "Jobs" })).toBe("http://127.0.0.1:4000/000000000000/Jobs");
  expect(resolve({ Ref: "Named" })).toBe("arn:aws:sns:us-east-1:000000000000:mail-us-east-1");
  expect(resolve({ Ref: "Pool" })).toMatch(/^us-east-1_[a-z0-9]{9}$/);
});

test("a physical name is the same at every start", () => {
  const again = createResolver(template, "http://127.0.0.1:9999");
  expect(again.ref("Pool")).toBe(resolver.ref("Pool"));
  expect(again.attribute("Key", "Arn")).toBe(resolver.attribute("Key", "Arn"));
  expect(resolver.ref("Key")).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test("GetAtt gives ARNs of the real shape, in both forms", () => {
  expect(resolve({ "Fn::GetAtt": ["Jobs", "Arn"] })).toBe("arn:aws:sqs:us-east-1:000000000000:Jobs");
  expect(resolve({ "Fn::GetAtt": "RunsTable0A1B2C3D.Arn" })).toBe(
    "arn:aws:dynamodb:us-east-1:000000000000:table/RunsTable0A1B2C3D",
  );
});

test("Join, Sub, Select and Split can be nested", () => {
  const arn = { "Fn::GetAtt": ["Jobs", "Arn"] };
  expect(resolve({ "Fn::Select": [5, { "Fn::Split": [":", arn] }] })).toBe("Jobs");
  expect(
    resolve({ "Fn::Sub": `arn:\${AWS::Partition}:x:\${AWS::Region}:\${AWS::AccountId}:\${Jobs.QueueName}/\${!Raw}` }),
  ).toBe(`arn:aws:x:us-east-1:000000000000:Jobs/\${Raw}`);
  expect(resolve({ "Fn::Sub": [`\${name}!`, { name: { "Fn::Join": ["", ["a", { Ref: "Pool" }]] } }] })).toBe(
    `a${resolver.ref("Pool")}!`,
  );
});

test("an unresolvable value gives an error that names the resource and the property", () => {
  expect(() => resolver.read("Odd", z.object({ A: z.string() }))).toThrow(/Odd\.A uses Fn::ImportValue/);
  expect(() => resolver.read("Odd", z.object({ C: z.string() }))).toThrow(/Odd\.C uses Fn::Join/);
  expect(() => resolve({ Ref: "Nothing" })).toThrow(/Test\.Property refers to Nothing/);
  expect(() => resolve({ "Fn::GetAtt": ["Odd", "Arn"] })).toThrow(/Arn of Odd \(AWS::Odd::Thing\)/);
});

test("a property that is not read may have any value", () => {
  expect(resolver.read("Odd", z.object({ B: z.string() }))).toEqual({ B: "b" });
});

test("the error for a property of the wrong form names it", () => {
  expect(() => resolver.read("Odd", z.object({ B: z.number() }))).toThrow(/Odd\.B: .*number/);
});
