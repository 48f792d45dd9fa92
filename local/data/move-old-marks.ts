import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { moveMarks } from "../../shared/migrations/move-marks.ts";

/** Tables have their logical ids as names on this machine, so no stack's name stands before them. */
const MOVE = { prefix: "", doIt: true };

/** A folder from before marks had tables of their own has blocked correspondents and marks among its usage. */
export async function moveOldMarks(dynamo: DynamoDBClient): Promise<void> {
  await moveMarks(MOVE, { dynamo, db: DynamoDBDocumentClient.from(dynamo) }, () => {});
}
