import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { moveMarks } from "./move-marks/move-marks.ts";

const HELP = `Moves marks of a stack that was deployed before they had tables of their own, once, after the deployment.

  npm run move-marks                       tells how many rows there are to move
  npm run move-marks -- --yes              moves them

  --stack <name>   the deployed stack (Latchkey)
  --help           shows this

The account and the Region are those of your AWS credentials (AWS_PROFILE, AWS_REGION).
`;

try {
  const { values } = parseArgs({
    options: {
      stack: { type: "string", default: "Latchkey" },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) process.stdout.write(HELP);
  else {
    const dynamo = new DynamoDBClient();
    const db = DynamoDBDocumentClient.from(dynamo);
    const move = { prefix: `${values.stack}-`, doIt: values.yes };
    await moveMarks(move, { dynamo, db }, (line) => process.stdout.write(`${line}\n`));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
