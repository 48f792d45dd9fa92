import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { Provider } from "../api/fields.ts";
import { conditional } from "../aws/conditional-write.ts";
import { type Changes, setExpression } from "../aws/set-expression.ts";
import { randomId } from "../ids.ts";
import { type Config, config as configSchema } from "./config.ts";
import { byAge } from "./default-config.ts";

/** A sealed key with what may be shown of it. */
export type SealedKey = Pick<Config, "ciphertext" | "mask" | "key_fingerprint">;
export type ConfigSettings = Pick<Config, "model_name" | "temperature" | "max_tokens">;

/** The table of sealed keys: one row per (user, provider). */
export class ConfigStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** Stores a key under its provider, in place of the one that may be there. */
  async save(
    userId: string,
    provider: Provider,
    values: SealedKey & ConfigSettings,
    now: Date,
  ): Promise<{ config: Config; created: boolean }> {
    const id = randomId();
    const set = setExpression({ ...values, ...newKeyState(now) });
    const config = await this.#update(userId, provider, {
      ...set,
      UpdateExpression: `${set.UpdateExpression}, #id = if_not_exists(#id, :id), #first = if_not_exists(#first, :now) REMOVE last_used_at`,
      ExpressionAttributeNames: { ...set.ExpressionAttributeNames, "#id": "id", "#first": "first_saved_at" },
      ExpressionAttributeValues: { ...set.ExpressionAttributeValues, ":id": id, ":now": now.toISOString() },
    });
    if (config === undefined) throw new Error("A write without a condition was refused");
    return { config, created: config.id === id };
  }

  /** The changed row; undefined when the user has no key of this provider. A new key is unverified and unused again. */
  async patch(
    userId: string,
    provider: Provider,
    changes: Changes<SealedKey & ConfigSettings>,
    now: Date,
  ): Promise<Config | undefined> {
    const newKey = changes.ciphertext !== undefined;
    const state = newKey ? newKeyState(now) : { updated_at: now.toISOString() };
    const set = setExpression({ ...changes, ...state });
    return this.#update(userId, provider, {
      ...set,
      UpdateExpression: `${set.UpdateExpression}${newKey ? " REMOVE last_used_at" : ""}`,
      ConditionExpression: "attribute_exists(provider)",
    });
  }

  async get(userId: string, provider: Provider): Promise<Config | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { user_id: userId, provider }, ConsistentRead: true }),
    );
    return Item && configSchema.parse(Item);
  }

  /** All rows of a user, oldest first. There are at most as many as there are providers, so one page holds them. */
  async list(userId: string): Promise<Config[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => configSchema.parse(item)).toSorted(byAge);
  }

  /** False when there was nothing to remove. */
  async remove(userId: string, provider: Provider): Promise<boolean> {
    const { Attributes } = await this.#db.send(
      new DeleteCommand({ TableName: this.#table, Key: { user_id: userId, provider }, ReturnValues: "ALL_OLD" }),
    );
    return Attributes !== undefined;
  }

  /** Notes what a call with the row's key has shown. Does nothing when the key was replaced or deleted meanwhile. */
  async markUsed(used: Config, status: Config["status"], at: Date): Promise<void> {
    const set = setExpression({ status, last_used_at: at.toISOString() });
    await this.#update(used.user_id, used.provider, {
      ...set,
      ConditionExpression: "key_fingerprint = :fingerprint",
      ExpressionAttributeValues: { ...set.ExpressionAttributeValues, ":fingerprint": used.key_fingerprint },
    });
  }

  async #update(
    userId: string,
    provider: Provider,
    change: Omit<UpdateCommand["input"], "TableName" | "Key" | "ReturnValues">,
  ): Promise<Config | undefined> {
    const key = { TableName: this.#table, Key: { user_id: userId, provider }, ReturnValues: "ALL_NEW" } as const;
    const written = await conditional(this.#db.send(new UpdateCommand({ ...key, ...change })));
    return written && configSchema.parse(written.Attributes);
  }
}

function newKeyState(now: Date) {
  const at = now.toISOString();
  return { status: "unverified", created_at: at, updated_at: at };
}
