import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { hashId } from "../ids.ts";

/** A sending mail server that missed our acknowledgement tries again within hours; a day covers it. */
const REMEMBERED_SECONDS = 24 * 60 * 60;

/**
 * What makes two mails the same mail, sent twice: SES gives each its own id, the sender does not.
 * The author is the proved one. Anybody can write another's envelope sender and message id, and would with these alone
 * have that other's mail passed over as a copy.
 */
export type MailIdentity = { agentId: string; messageId: string; envelopeFrom: string; author: string };

/** Remembers which run took a mail first. The rows stand among the runner's marks under `seen:…` and expire. */
export class DuplicateGuard {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** True when `runId` is the first run of this mail within a day, also when it asks again. */
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
          // Expired rows stay readable until DynamoDB gets round to them, so the time is compared here.
          ConditionExpression: "attribute_not_exists(run_id) OR run_id = :run OR expires_at < :now",
          ExpressionAttributeValues: { ":run": runId, ":until": seconds + REMEMBERED_SECONDS, ":now": seconds },
        }),
      ),
    );
    return written !== undefined;
  }
}
