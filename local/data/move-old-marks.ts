import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { moveMarks } from "../../shared/migrations/move-marks.ts";

/** On this machine, tables are named by their logical ids, without the stack's name as a prefix. */
const MOVE = { prefix: "", doIt: true };

/** A folder from before marks had tables of their own has blocked correspondents and marks among its usage. */
export async function moveOldMarks(dynamo: DynamoDBClient): Promise<void> {
  await moveMarks(MOVE, { dynamo, db: DynamoDBDocumentClient.from(dynamo) }, () => {});
}
