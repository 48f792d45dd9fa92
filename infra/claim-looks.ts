import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { claimLooks } from "../shared/migrations/claim-looks.ts";
import { findStack } from "./operator/deployed-stack.ts";
import { readMigrationArguments } from "./operator/migration-arguments.ts";
import { runCommand } from "./operator/run-command.ts";

const HELP = `Keeps look-alikes of addresses from before addresses could be chosen, once, after the deployment.

  npm run claim-looks                      tells how many addresses there are
  npm run claim-looks -- --yes             claims what looks like them for their owners

  --stack <name>   the deployed stack (Latchkey)
  --help           shows this

The account and the Region are those of your AWS credentials (AWS_PROFILE, AWS_REGION).
`;

/** `npm run claim-looks` */
await runCommand(HELP, readMigrationArguments, async ({ stack, yes }, say) => {
  const deployed = await findStack(new CloudFormationClient(), stack);
  const mailDomain = deployed?.settings?.["mailDomain"];
  if (typeof mailDomain !== "string") throw new Error(`There is no stack ${stack} whose settings name a mail domain.`);
  const dynamo = new DynamoDBClient();
  const db = DynamoDBDocumentClient.from(dynamo);
  await claimLooks({ prefix: `${stack}-`, mailDomain, doIt: yes }, { dynamo, db }, say);
  return 0;
});
