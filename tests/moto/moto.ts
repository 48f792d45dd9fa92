import { Resolver } from "node:dns/promises";
import { readFile } from "node:fs/promises";
import { CloudFormationClient, CreateStackCommand, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import * as z from "zod";
import { deploy } from "../../infra/deploy/deploy.ts";
import { doctor } from "../../infra/doctor/doctor.ts";
import type { Cdk } from "../../infra/operator/cdk.ts";
import { awsClients } from "../../infra/operator/clients.ts";
import { stageSettings } from "../../infra/operator/stage-settings.ts";
import { synthesize } from "../../local/synth.ts";

/**
 * `npm run deploy` and `npm run doctor` against moto (https://docs.getmoto.org), which knows AWS by others' eyes.
 * tests/moto/README.md says how to start it. It takes no change set of this template, so CreateStack stands in for the
 * CDK CLI's deployment; all else is as an operator runs it.
 */
const BUCKET = "templates";
const parsed = z.object({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
  Outputs: z.object({ Settings: z.unknown() }),
});
const domain = "agents.example.com";
const say = (line: string) => void process.stdout.write(`${line}\n`);
const s3 = new S3Client({ forcePathStyle: true });

const createStack: Cdk = async (args) => {
  say(`cdk ${args.join(" ")}`);
  const cloudformation = new CloudFormationClient();
  if (!args.includes("latchkey:phase=first")) return 0;
  const template = await readFile("/tmp/latchkey-moto/Latchkey.template.json", "utf8");
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "template.json", Body: knownToMoto(template) }));
  const TemplateURL = `http://localhost/${BUCKET}/template.json`;
  await cloudformation.send(
    new CreateStackCommand({ StackName: "Latchkey", TemplateURL, Capabilities: ["CAPABILITY_IAM"] }),
  );
  const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName: "Latchkey" }));
  say(`moto: ${Stacks?.[0]?.StackStatus}`);
  return 0;
};

/** What moto makes of a template and the doctor looks at; it knows no more than these of what names no other. */
const KNOWN = [
  "AWS::Cognito::UserPool",
  "AWS::DynamoDB::Table",
  "AWS::KMS::Key",
  "AWS::S3::Bucket",
  "AWS::SQS::Queue",
  "AWS::SNS::Topic",
];

function knownToMoto(template: string): string {
  const { Resources, Outputs } = parsed.parse(JSON.parse(template));
  const kept = Object.entries(Resources).filter(([, { Type }]) => KNOWN.includes(Type));
  const { Settings } = Outputs;
  return JSON.stringify({
    Resources: Object.fromEntries(kept.map(([id, { DependsOn: _, ...rest }]) => [id, rest])),
    Outputs: { Settings },
  });
}

await synthesize({ outdir: "/tmp/latchkey-moto", context: { mailDomain: domain, cognitoMail: "cognito" } });
const stage = stageSettings("default", { mailDomain: domain });
const deps = {
  aws: awsClients(),
  dns: new Resolver({ tries: 1, timeout: 500 }),
  cdk: createStack,
  say,
  now: () => new Date(),
};
say("--- deploy, before cdk bootstrap");
await deploy({ stage: "default", diff: false, settings: [], anew: false, yes: true }, stage, deps);
await new SSMClient().send(
  new PutParameterCommand({ Name: "/cdk-bootstrap/hnb659fds/version", Value: "29", Type: "String" }),
);
say("--- deploy");
await deploy({ stage: "default", diff: false, settings: [], anew: false, yes: true }, stage, deps);
say("--- doctor");
await doctor(stage, undefined, deps);
