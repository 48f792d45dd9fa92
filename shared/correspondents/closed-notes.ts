import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { hashId } from "../ids.ts";
import { mailboxKey } from "./mailbox-key.ts";

/** Longer than firms are closed. After that, a correspondent may get the note a second time. */
const KEPT_SECONDS = 40 * 24 * 60 * 60;

/** `period`: what tells one closed time from the next, the moment at which it ends. */
export type NoteTo = { userId: string; agentId: string; runId: string; to: string; period: string };

/**
 * Who got the note that an agent sends outside of its office hours, once for each correspondent and closed time. The rows
 * are in the runner's marks under `note:…`, and expire.
 */
export class ClosedNotes {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** True for the first mail of a correspondent in a closed time, even if it asks again. */
  async isFirst({ userId, agentId, runId, to, period }: NoteTo, now: Date): Promise<boolean> {
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId, mark: `note:${hashId(mailboxKey(agentId, to), period)}` },
          UpdateExpression: "SET run_id = :run, expires_at = :until",
          ConditionExpression: "attribute_not_exists(run_id) OR run_id = :run",
          ExpressionAttributeValues: { ":run": runId, ":until": Math.floor(now.getTime() / 1000) + KEPT_SECONDS },
        }),
      ),
    );
    return written !== undefined;
  }
}
