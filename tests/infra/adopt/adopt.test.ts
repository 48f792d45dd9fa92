import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { adopt } from "../../../infra/adopt/adopt.ts";
import { lookFirst } from "../../../infra/deploy/look-first.ts";
import { PHASE } from "../../../infra/kept.ts";
import { healthyAccount, newAccount, noStack } from "../../support/account.ts";
import { type Call, xml } from "../../support/aws-stub.ts";
import { withOperator } from "../../support/operator.ts";
import { templateWith } from "../stack-with.ts";

const operator = withOperator();
const ID = (n: number) => `arn:aws:cloudformation:eu-west-1:1:stack/Latchkey/${n}`;

const LEFT = [
  ["TablesUsersBA34CAA2", "AWS::DynamoDB::Table", "Latchkey-TablesUsers-1"],
  ["VaultKey15E6834C", "AWS::KMS::Key", "key-1"],
  ["AccountsPool5D126928", "AWS::Cognito::UserPool", "eu-west-1_abc"],
  ["RawMailBucket20C34D36", "AWS::S3::Bucket", "latchkey-rawmail-1"],
] as const;

/** A destroyed stack, and a later one that failed and left its bucket. */
function destroyed() {
  const summary = (n: number, DeletionTime: string) => ({
    StackName: "Latchkey",
    StackId: ID(n),
    StackStatus: "DELETE_COMPLETE",
    CreationTime: DeletionTime,
    DeletionTime,
  });
  const other = { ...summary(9, "2026-11-29T00:00:00Z"), StackName: "Other" };
  const resource = (
    [LogicalResourceId, ResourceType, PhysicalResourceId]: readonly string[],
    ResourceStatus: string,
  ) => ({ LogicalResourceId, ResourceType, PhysicalResourceId, ResourceStatus });
  return {
    DescribeStacks: noStack,
    ListStacks: xml({
      StackSummaries: [other, summary(1, "2026-11-01T00:00:00Z"), summary(2, "2026-11-20T00:00:00Z")],
    }),
    ListStackResources: ({ form }: Call) => {
      const isFirst = form.get("StackName") === ID(1);
      const left = isFirst ? LEFT : LEFT.filter(([, type]) => type === "AWS::S3::Bucket");
      const gone = resource(["Queue", "AWS::SQS::Queue", "q"], "DELETE_COMPLETE");
      return xml({ StackResourceSummaries: [gone, ...left.map((each) => resource(each, "DELETE_SKIPPED"))] });
    },
  };
}

const run = (yes: boolean) => {
  const mappingFile = join(operator().folder, "kept.json");
  return adopt({ stage: "default", settings: [], yes }, operator().stage(), { ...operator().deps, mappingFile });
};

test("the resources of the last stack with tables are written for cdk import, and adopted with --yes", async () => {
  Object.assign(operator().answers, healthyAccount(), destroyed());
  expect(await run(false)).toBe(0);
  expect(operator().cdkRuns).toEqual([]);
  expect(operator().said.at(-1)).toMatch(/Nothing was changed. Add --yes/);
  const mapping = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(operator().folder, "kept.json"), "utf8")));
  expect(mapping).toEqual({
    TablesUsersBA34CAA2: { TableName: "Latchkey-TablesUsers-1" },
    VaultKey15E6834C: { KeyId: "key-1" },
    AccountsPool5D126928: { UserPoolId: "eu-west-1_abc" },
    RawMailBucket20C34D36: { BucketName: "latchkey-rawmail-1" },
  });
  // Each is in the template of cdk import, under the same logical id.
  const template = z
    .object({ Resources: z.record(z.string(), z.unknown()) })
    .parse(templateWith({ [PHASE]: "adopt" }).toJSON());
  expect(Object.keys(template.Resources)).toEqual(expect.arrayContaining(Object.keys(mapping)));

  expect(await run(true)).toBe(0);
  const file = join(operator().folder, "kept.json");
  expect(operator().cdkRuns).toEqual([
    ["import", "Latchkey", "--resource-mapping", file, "-c", "stage=default", "-c", `${PHASE}=adopt`],
  ]);
  expect(operator().said.at(-1)).toMatch(/npm run deploy/);
});

test("nothing is adopted if the stack exists or nothing was left", async () => {
  Object.assign(operator().answers, healthyAccount());
  expect(await run(true)).toBe(1);
  expect(operator().said.at(-1)).toMatch(/There is a stack Latchkey/);
  Object.assign(operator().answers, { DescribeStacks: noStack });
  expect(await run(true)).toBe(1);
  expect(operator().said.at(-1)).toMatch(/90 days/);
  expect(operator().cdkRuns).toEqual([]);
});

test("a deployment makes empty tables beside retained ones only with --anew", async () => {
  Object.assign(operator().answers, newAccount(), destroyed());
  const found = async (anew: boolean) => (await lookFirst(operator().deps.aws, operator().stage(), anew)).findings;
  expect(await found(false)).toContainEqual({
    level: "stop",
    text: expect.stringMatching(/has left 4 resources.*npm run adopt.*--anew/),
  });
  expect(await found(true)).toContainEqual({ level: "note", text: expect.stringMatching(/has left 4 resources/) });
});
