import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { hashId, randomId } from "../ids.ts";
import type { Notice } from "./notice.ts";

/** Longer than any episode goes on. */
const KEPT_SECONDS = 400 * 24 * 60 * 60;

/** Proves which delivery has made the mark. */
export type Mark = { user_id: string; mark: string; made_by: string };

/**
 * Which notices an owner was told. A mark is made before the mail is sent, so that a notice whose outcome is unknown is
 * not sent twice. The rows expire.
 */
export class NoticeMarks {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** Undefined when the owner was told before, or is being told. */
  async make({ user_id, kind, episode }: Pick<Notice, "user_id" | "kind" | "episode">, now: Date) {
    const mark: Mark = { user_id, mark: `${kind}:${hashId(episode)}`, made_by: randomId() };
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id, mark: mark.mark },
          UpdateExpression: "SET made_by = :me, expires_at = :until",
          // The SDK may repeat a write whose answer was lost, so whoever has the mark may make it again.
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

  /** For a notice that surely has not left: the next try may make its mark. */
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
