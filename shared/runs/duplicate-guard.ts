import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { hashId } from "../ids.ts";

/** A sending server that missed our acknowledgement retries within hours, so a day is enough. */
const REMEMBERED_SECONDS = 24 * 60 * 60;

/**
 * Identifies a mail that was sent twice: SES gives each copy its own id, the sender does not. The author is part of the
 * identity, and is the proven one. Anybody can forge another's envelope sender and message id, and with these alone
 * could have that person's mail skipped as a copy.
 */
export type MailIdentity = { agentId: string; messageId: string; envelopeFrom: string; author: string };

/** Remembers which run took a mail first. The rows are in the usage table under `seen:…` and expire. */
export class DuplicateGuard {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** True when `runId` is the first run of this mail within a day, even if it asks again. */
  async isFirst(userId: string, runId: string, mail: MailIdentity, now: Date): Promise<boolean> {
    const seconds = Math.floor(now.getTime() / 1000);
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: {
            user_id: userId,
            mark: `seen:${hashId(mail.agentId, mail.messageId, mail.envelopeFrom, mail.author)}`,
          },
          UpdateExpression: "SET run_id = :run, expires_at = :until",
          // DynamoDB deletes an expired row late and still returns it, so the time is compared here.
          ConditionExpression: "attribute_not_exists(run_id) OR run_id = :run OR expires_at < :now",
          ExpressionAttributeValues: { ":run": runId, ":until": seconds + REMEMBERED_SECONDS, ":now": seconds },
        }),
      ),
    );
    return written !== undefined;
  }
}
