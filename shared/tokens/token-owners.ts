import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";

/** Whose token has this hash. The row says nothing of whether the token is good: that is the token's own row. */
const owner = z.object({
  token_hash: z.string(),
  user_id: z.string(),
  token_id: z.string(),
  /** When DynamoDB deletes the row, in seconds. */
  expires_at: z.number(),
});
export type TokenOwner = z.infer<typeof owner>;

/**
 * The way from a token to its owner, as addresses lead to agents. An index of the tokens by hash would be behind them by
 * a moment, in which a new token does not work.
 */
export class TokenOwners {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async find(hash: string): Promise<TokenOwner | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { token_hash: hash }, ConsistentRead: true }),
    );
    return Item && owner.parse(Item);
  }

  async add(row: TokenOwner): Promise<void> {
    await this.#db.send(new PutCommand({ TableName: this.#table, Item: row }));
  }

  async remove(hash: string): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: { token_hash: hash } }));
  }
}
