import { type DynamoDBClient, paginateListTables } from "@aws-sdk/client-dynamodb";

/** Finds a table by the beginning of its name, which CloudFormation makes of the stack's name and the construct's path. */
export async function findTable(beginning: string, client: DynamoDBClient): Promise<string | undefined> {
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    const found = TableNames.find((name) => name.startsWith(beginning));
    if (found) return found;
  }
  return undefined;
}
