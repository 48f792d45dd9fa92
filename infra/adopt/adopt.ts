import { writeFile } from "node:fs/promises";
import { PHASE } from "../kept.ts";
import type { Cdk } from "../operator/cdk.ts";
import type { AwsClients } from "../operator/clients.ts";
import { findStack, isEmpty } from "../operator/deployed-stack.ts";
import { findLeftovers, type Leftover } from "../operator/leftovers.ts";
import type { StageSettings } from "../operator/stage-settings.ts";
import type { AdoptArguments } from "./arguments.ts";

/** The property that identifies a resource for CloudFormation when it imports it. */
const IDENTIFIERS: Record<string, string> = {
  "AWS::Cognito::UserPool": "UserPoolId",
  "AWS::DynamoDB::Table": "TableName",
  "AWS::KMS::Key": "KeyId",
  "AWS::S3::Bucket": "BucketName",
};

type Deps = { aws: Pick<AwsClients, "cloudformation">; cdk: Cdk; say: (line: string) => void; mappingFile: string };

/** @returns the exit code */
export async function adopt(args: AdoptArguments, stage: StageSettings, deps: Deps): Promise<number> {
  const { aws, cdk, say, mappingFile } = deps;
  const { stackName } = stage;
  const stack = await findStack(aws.cloudformation, stackName);
  if (!isEmpty(stack)) {
    say(`There is a stack ${stackName}, so there is nothing to adopt.`);
    return 1;
  }
  const left = await findLeftovers(aws.cloudformation, stackName);
  if (left.length === 0) {
    say(`CloudFormation knows no resources that a destroyed stack ${stackName} left in this account and Region.`);
    say("It forgets a destroyed stack after 90 days: docs/deploy.md says how to adopt the resources after that.");
    return 1;
  }
  for (const { logicalId, physicalId } of left) say(`${logicalId}: ${physicalId}`);
  await writeFile(mappingFile, `${JSON.stringify(mappingOf(left), null, 2)}\n`);
  if (!args.yes) {
    say(`They are listed in ${mappingFile}. Nothing was changed. Add --yes to make a stack of them.`);
    return 0;
  }
  if (stack !== undefined) {
    say(
      `First delete the stack that a failed deployment left: aws cloudformation delete-stack --stack-name ${stackName}`,
    );
    return 1;
  }
  const settings = args.settings.flatMap((pair) => ["-c", pair]);
  const context = ["-c", `stage=${args.stage}`, "-c", `${PHASE}=adopt`, ...settings];
  const code = await cdk(["import", stackName, "--resource-mapping", mappingFile, ...context]);
  if (code === 0) say("The resources are adopted. Now complete the stack: npm run deploy");
  return code;
}

/** The format that `cdk import --resource-mapping` reads. */
function mappingOf(left: Leftover[]): Record<string, Record<string, string>> {
  return Object.fromEntries(
    left.flatMap(({ logicalId, type, physicalId }) => {
      const identifier = IDENTIFIERS[type];
      return identifier === undefined ? [] : [[logicalId, { [identifier]: physicalId }]];
    }),
  );
}
