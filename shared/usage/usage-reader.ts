import { type DynamoDBDocumentClient, paginateQuery, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { monthKey } from "./slot.ts";
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

  /** A user's days from the first on, after the day `after`. `next` is the last of them if more follow. */
  async all(
    userId: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ items: UsageItem[]; next: string | undefined }> {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        // Rows of other kinds begin with a letter, so they sort after every day.
        KeyConditionExpression: "user_id = :user AND #day < :letters",
        ExpressionAttributeNames: { "#day": "day" },
        ExpressionAttributeValues: { ":user": userId, ":letters": "a" },
        ...(after !== undefined && { ExclusiveStartKey: { user_id: userId, day: after } }),
        Limit: limit,
      }),
    );
    const items = Items.map(itemOf);
    return { items, next: LastEvaluatedKey && items.at(-1)?.day };
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
      items.push(...Items.map(itemOf));
    }
    return items;
  }

  /** The values of a user's month (`YYYY-MM`), which count against the budget. */
  async month(userId: string, month: string): Promise<Record<string, unknown>> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user AND #day = :month",
        ExpressionAttributeNames: { "#day": "day" },
        ExpressionAttributeValues: { ":user": userId, ":month": monthKey(month) },
      }),
    );
    return Items[0] === undefined ? {} : itemOf(Items[0]).values;
  }
}

function itemOf(stored: unknown): UsageItem {
  const { day, ...values } = row.parse(stored);
  return { day, values };
}
