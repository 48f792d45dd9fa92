import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import type { TestStack } from "./stack.ts";

/** As many as one BatchWriteItem takes. */
const BATCH = 25;

/** Puts rows straight into a table of a running stack, which is named as its functions' settings name it. */
export async function putRows(stack: TestStack, table: `${string}_TABLE`, rows: object[]): Promise<void> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  const db = DynamoDBDocumentClient.from(clients.dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const name = stack.names[table] ?? "";
  try {
    for (let at = 0; at < rows.length; at += BATCH) {
      const requests = rows.slice(at, at + BATCH).map((Item) => ({ PutRequest: { Item } }));
      await db.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }));
    }
  } finally {
    destroy(clients);
  }
}
