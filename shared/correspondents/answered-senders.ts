import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";
import { mailboxKey } from "./mailbox-key.ts";

/** Who writes less often than once in so many days is a new sender again. */
const KEPT_DAYS = 400;

/**
 * Whom an agent has answered, for agents whose first answers wait for their owner. The rows are in the runner's marks
 * under `answered:…`, and expire after the last answer.
 */
export class AnsweredSenders {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: RowReader;

  constructor(db: DynamoDBDocumentClient, table: string, reads: RowReader = readOneByOne(db)) {
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
  }

  async has(userId: string, agentId: string, address: string, now: Date): Promise<boolean> {
    const row = await this.#reads.get(this.#table, keyOf(userId, agentId, address));
    // DynamoDB deletes an expired row late and still returns it.
    return row !== undefined && Number(row["expires_at"]) > now.getTime() / 1000;
  }

  async add(userId: string, agentId: string, address: string, now: Date): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keyOf(userId, agentId, address),
        UpdateExpression: "SET expires_at = :until",
        ExpressionAttributeValues: { ":until": Math.floor(now.getTime() / 1000) + KEPT_DAYS * 24 * 60 * 60 },
      }),
    );
  }
}

function keyOf(userId: string, agentId: string, address: string) {
  return { user_id: userId, mark: `answered:${mailboxKey(agentId, address)}` };
}
