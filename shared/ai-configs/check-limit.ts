import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";

/** Enough to paste a key wrong a few times, and useless for trying out stolen keys. */
export const CHECKS_PER_HOUR = 20;

const HOUR_SECONDS = 3_600;

/** Counts the key checks of each user: one row an hour in the usage table under `checks:…`. The rows expire. */
export class CheckLimit {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /**
   * Takes one of this hour's checks. A repeated write counts twice, which costs the user one check.
   * @returns undefined on success; otherwise the seconds until the next check is possible
   */
  async take(userId: string, now: Date): Promise<number | undefined> {
    const seconds = Math.floor(now.getTime() / 1000);
    const hour = Math.floor(seconds / HOUR_SECONDS);
    const taken = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId, day: `checks:${hour}` },
          UpdateExpression: "ADD taken :one SET expires_at = :until",
          ConditionExpression: "attribute_not_exists(taken) OR taken < :limit",
          ExpressionAttributeValues: { ":one": 1, ":limit": CHECKS_PER_HOUR, ":until": seconds + 2 * HOUR_SECONDS },
        }),
      ),
    );
    return taken === undefined ? (hour + 1) * HOUR_SECONDS - seconds : undefined;
  }
}
