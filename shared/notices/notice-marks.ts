import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { hashId, randomId } from "../ids.ts";
import type { Notice } from "./notice.ts";

/** No episode lasts longer. */
const KEPT_SECONDS = 400 * 24 * 60 * 60;

/** Identifies the delivery that made the mark. */
export type Mark = { user_id: string; mark: string; made_by: string };

/**
 * Remembers which notices an owner has received. The mark is made before the mail is sent, so a notice with an unknown
 * outcome is not sent twice. The rows are in the usage table under `notice:…` and expire.
 */
export class NoticeMarks {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** Undefined if the owner has received this notice, or another delivery is sending it. */
  async make({ user_id, kind, episode }: Pick<Notice, "user_id" | "kind" | "episode">, now: Date) {
    const mark: Mark = { user_id, mark: `${kind}:${hashId(episode)}`, made_by: randomId() };
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id, mark: mark.mark },
          UpdateExpression: "SET made_by = :me, expires_at = :until",
          // The SDK may repeat a write whose answer was lost, so the same delivery may make its mark again.
          ConditionExpression: "attribute_not_exists(made_by) OR made_by = :me",
          ExpressionAttributeValues: {
            ":me": mark.made_by,
            ":until": Math.floor(now.getTime() / 1000) + KEPT_SECONDS,
          },
        }),
      ),
    );
    return written && mark;
  }

  /** Removes the mark of a notice that was certainly not sent, so that the next try can make its own. */
  async takeBack({ user_id, mark, made_by }: Mark): Promise<void> {
    await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id, mark },
          UpdateExpression: "REMOVE made_by",
          ConditionExpression: "made_by = :me",
          ExpressionAttributeValues: { ":me": made_by },
        }),
      ),
    );
  }
}
