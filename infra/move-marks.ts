import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { moveMarks } from "../shared/migrations/move-marks.ts";
import { readMigrationArguments } from "./operator/migration-arguments.ts";
import { runCommand } from "./operator/run-command.ts";

const HELP = `Moves marks of a stack that was deployed before they had tables of their own, once, after the deployment.

  npm run move-marks                       tells how many rows there are to move
  npm run move-marks -- --yes              moves them

  --stack <name>   the deployed stack (Latchkey)
  --help           shows this

The account and the Region are those of your AWS credentials (AWS_PROFILE, AWS_REGION).
`;

/** `npm run move-marks` */
await runCommand(HELP, readMigrationArguments, async ({ stack, yes }, say) => {
  const dynamo = new DynamoDBClient();
  const db = DynamoDBDocumentClient.from(dynamo);
  await moveMarks({ prefix: `${stack}-`, doIt: yes }, { dynamo, db }, say);
  return 0;
});
