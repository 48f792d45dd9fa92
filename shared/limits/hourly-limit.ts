import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";

/** How often a user may do one thing in an hour by the clock. The rows stand in the usage table under `limit:…` and expire. */
export class HourlyLimit {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #name: string;
  readonly #max: number;

  /** @param name a word of ours: part of a key */
  constructor(db: DynamoDBDocumentClient, table: string, name: string, max: number) {
    this.#db = db;
    this.#table = table;
    this.#name = name;
    this.#max = max;
  }

  /** Counts one more; false when the hour is used up. The SDK may repeat a write, and count one too many. */
  async take(userId: string, now: Date): Promise<boolean> {
    const hour = now.toISOString().slice(0, 13);
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId, day: `limit:${this.#name}:${hour}` },
          UpdateExpression: "SET expires_at = :until ADD taken :one",
          ConditionExpression: "attribute_not_exists(taken) OR taken < :max",
          ExpressionAttributeValues: {
            ":one": 1,
            ":max": this.#max,
            ":until": Date.parse(`${hour}:00:00Z`) / 1000 + 2 * 60 * 60,
          },
        }),
      ),
    );
    return written !== undefined;
  }
}
