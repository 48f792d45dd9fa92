import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { type ApiToken, apiToken } from "./api-token.ts";

/** The API tokens of each account. */
export class TokenStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** The read is consistent: a token that was revoked a moment ago is gone. */
  async get(userId: string, tokenId: string): Promise<ApiToken | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: key(userId, tokenId), ConsistentRead: true }),
    );
    return Item && apiToken.parse(Item);
  }

  async add(row: ApiToken): Promise<void> {
    await this.#db.send(new PutCommand({ TableName: this.#table, Item: row }));
  }

  /** All of an account's tokens, oldest first. They are few: functions/tokens/handler.ts limits them. */
  async list(userId: string): Promise<ApiToken[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => apiToken.parse(item)).sort((a, b) => a.created_at.localeCompare(b.created_at));
  }

  async remove(userId: string, tokenId: string): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: key(userId, tokenId) }));
  }

  /** Writes when and where the token was used. It does not bring back a revoked one. */
  async markUsed(userId: string, tokenId: string, at: Date, from: string): Promise<void> {
    await this.#mark(userId, tokenId, "SET last_used_at = :at, last_used_from = :from", {
      ":at": at.toISOString(),
      ":from": from,
    });
  }

  async markSeenInUrl(userId: string, tokenId: string, at: Date): Promise<void> {
    await this.#mark(userId, tokenId, "SET seen_in_url_at = :at", { ":at": at.toISOString() });
  }

  async #mark(userId: string, tokenId: string, update: string, values: Record<string, string>): Promise<void> {
    await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: key(userId, tokenId),
          UpdateExpression: update,
          ConditionExpression: "attribute_exists(token_id)",
          ExpressionAttributeValues: values,
        }),
      ),
    );
  }
}

function key(userId: string, tokenId: string) {
  return { user_id: userId, token_id: tokenId };
}
