import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { conditional } from "../aws/conditional-write.ts";

/** One request that came with an Idempotency-Key. */
const request = z.object({
  user_id: z.string(),
  /** A hash of the key and of where it was sent. The key itself is stored nowhere: it is the secret of `fingerprint`. */
  request: z.string(),
  /** Tells whether another request has the same query and body, and tells nothing of them: `fingerprintOf`. */
  fingerprint: z.string(),
  started_at: z.string(),
  /** `broken`: the request failed on our side, so nobody knows how much of it was done. */
  state: z.enum(["running", "done", "broken"]),
  /** Missing where the answer showed a secret, or was too large to be stored. */
  answer: z.optional(
    z.object({
      status: z.number(),
      headers: z.record(z.string(), z.string()),
      body: z.optional(z.string()),
    }),
  ),
  /** When DynamoDB deletes the row, in seconds. It may do so up to days later, so the time is compared too. */
  expires_at: z.number(),
});
export type StoredRequest = z.infer<typeof request>;

export class IdempotencyStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** Undefined when the row was added; otherwise the row that is there already. */
  async begin(row: StoredRequest, now: Date): Promise<StoredRequest | undefined> {
    const written = await conditional(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: row,
          ConditionExpression: "attribute_not_exists(user_id) OR expires_at <= :now",
          ExpressionAttributeValues: { ":now": Math.floor(now.getTime() / 1000) },
        }),
      ),
    );
    if (written !== undefined) return undefined;
    const { user_id, request: name } = row;
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { user_id, request: name }, ConsistentRead: true }),
    );
    // Forgotten in this very moment, because it was refused for coming too often: the next try finds no row.
    return Item === undefined ? { ...row, state: "running" } : request.parse(Item);
  }

  async finish(row: StoredRequest): Promise<void> {
    await this.#db.send(new PutCommand({ TableName: this.#table, Item: row }));
  }

  async forget({ user_id, request: name }: StoredRequest): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: { user_id, request: name } }));
  }
}
