import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { HELP, readArguments } from "./redrive/arguments.ts";
import { redrive } from "./redrive/redrive.ts";

try {
  const what = readArguments(process.argv.slice(2));
  if (what === undefined) process.stdout.write(HELP);
  else {
    const dynamo = new DynamoDBClient();
    const db = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
    await redrive(what, { sqs: new SQSClient(), dynamo, db }, (line) => process.stdout.write(`${line}\n`));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
