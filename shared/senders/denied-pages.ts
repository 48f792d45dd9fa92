import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { deniedRow } from "./denied-row.ts";

const keyed = z.extend(deniedRow, { denied: z.string() });

/** The denied senders of all of a user's agents, for the export. */
export class DeniedPages {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** `next` is the sort key of the last row if more follow. */
  async all(userId: string, after: string | undefined, limit: number) {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ...(after !== undefined && { ExclusiveStartKey: { user_id: userId, denied: after } }),
        Limit: limit,
      }),
    );
    const found = Items.map((item) => keyed.parse(item));
    const rows = found.map(({ denied, ...row }) => ({ agent_id: denied.split(":")[0] ?? "", ...row }));
    return { rows, next: LastEvaluatedKey && found.at(-1)?.denied };
  }
}
