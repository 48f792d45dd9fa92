import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { type Changes, setExpression } from "../aws/set-expression.ts";
import { type Endpoint, endpoint, type PauseReason } from "./endpoint.ts";

type Patch = Changes<Omit<Endpoint, "user_id" | "webhook_id" | "created_at">>;

/** The owners' endpoints: at most ten of each, so that one query reads them all. */
export class EndpointStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async add(row: Endpoint): Promise<void> {
    await this.#db.send(new PutCommand({ TableName: this.#table, Item: row }));
  }

  async get(userId: string, webhookId: string): Promise<Endpoint | undefined> {
    const Key = { user_id: userId, webhook_id: webhookId };
    const { Item } = await this.#db.send(new GetCommand({ TableName: this.#table, Key, ConsistentRead: true }));
    return Item && endpoint.parse(Item);
  }

  /** Oldest first. */
  async list(userId: string): Promise<Endpoint[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => endpoint.parse(item)).sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
  }

  /** The row afterwards; undefined where the user has no such endpoint. */
  async patch(userId: string, webhookId: string, changes: Patch, now: Date): Promise<Endpoint | undefined> {
    const changed = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: userId, webhook_id: webhookId },
          ...setExpression({ ...changes, updated_at: now.toISOString() }),
          ConditionExpression: "attribute_exists(webhook_id)",
          ReturnValues: "ALL_NEW",
        }),
      ),
    );
    return changed && endpoint.parse(changed.Attributes);
  }

  /** Switches the endpoint off for the owner, once: false if it was off already or is gone. */
  async pause({ user_id, webhook_id }: Endpoint, reason: PauseReason, now: Date): Promise<boolean> {
    const at = now.toISOString();
    const set = setExpression({ is_active: false, paused_reason: reason, paused_at: at, updated_at: at });
    const paused = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id, webhook_id },
          ...set,
          ConditionExpression: "is_active = :active",
          ExpressionAttributeValues: { ...set.ExpressionAttributeValues, ":active": true },
        }),
      ),
    );
    return paused !== undefined;
  }

  /** The secrets after a rotation; undefined if another one came first. */
  async replaceSecrets(before: Endpoint, secrets: Endpoint["secrets"], now: Date): Promise<Endpoint | undefined> {
    const set = setExpression({ secrets, updated_at: now.toISOString() });
    const changed = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: before.user_id, webhook_id: before.webhook_id },
          ...set,
          ConditionExpression: "secrets[0].created_at = :current",
          ExpressionAttributeValues: { ...set.ExpressionAttributeValues, ":current": before.secrets[0]?.created_at },
          ReturnValues: "ALL_NEW",
        }),
      ),
    );
    return changed && endpoint.parse(changed.Attributes);
  }

  /** False where there was none. */
  async remove(userId: string, webhookId: string): Promise<boolean> {
    const Key = { user_id: userId, webhook_id: webhookId };
    const condition = { ConditionExpression: "attribute_exists(webhook_id)" };
    return (
      (await conditional(this.#db.send(new DeleteCommand({ TableName: this.#table, Key, ...condition })))) !== undefined
    );
  }
}
