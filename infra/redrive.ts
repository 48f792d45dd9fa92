import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { runCommand } from "./operator/run-command.ts";
import { HELP, readArguments } from "./redrive/arguments.ts";
import { redrive } from "./redrive/redrive.ts";

/** `npm run redrive` */
await runCommand(HELP, readArguments, async (what, say) => {
  const dynamo = new DynamoDBClient();
  const db = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  await redrive(what, { sqs: new SQSClient(), dynamo, db }, say);
  return 0;
});
