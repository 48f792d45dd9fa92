import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import type { UsageItem } from "./usage-report.ts";

const row = z.looseObject({ day: z.string() });

/** The reading side of the usage table. */
export class UsageReader {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** A user's days from `from` to `to`, both included, `YYYY-MM-DD`. */
  async days(userId: string, from: string, to: string): Promise<UsageItem[]> {
    const items: UsageItem[] = [];
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user AND #day BETWEEN :from AND :to",
        ExpressionAttributeNames: { "#day": "day" },
        ExpressionAttributeValues: { ":user": userId, ":from": from, ":to": to },
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) {
        const { day, ...values } = row.parse(item);
        items.push({ day, values });
      }
    }
    return items;
  }
}
