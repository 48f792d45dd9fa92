import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
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

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async has(userId: string, agentId: string, address: string, now: Date): Promise<boolean> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: keyOf(userId, agentId, address), ConsistentRead: true }),
    );
    // DynamoDB deletes an expired row late and still returns it.
    return Item !== undefined && Number(Item["expires_at"]) > now.getTime() / 1000;
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
