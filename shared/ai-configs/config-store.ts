import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";
import { type Changes, setExpression } from "../aws/set-expression.ts";
import { randomId } from "../ids.ts";
import type { LearntFacts } from "../providers/api.ts";
import type { OwnerPrice } from "../providers/owner-price.ts";
import { PROVIDERS, type Provider } from "../providers/registry.ts";
import { type Config, config as configSchema } from "./config.ts";
import { compareByAge } from "./default-config.ts";

/** Further facts that the provider reports with a check. */
type KnownFact = "model_ends_on" | "key_models";
/** A sealed key with the parts of it that may be shown. */
export type SealedKey = Pick<Config, "ciphertext" | "mask" | "key_fingerprint">;
/** What the provider reported when the key was stored. `checked_at` is missing if it was not asked. */
export type KeyState = Pick<Config, "status" | "checked_at" | KnownFact>;
export type Outage = Required<Pick<Config, "down_since" | "down_until" | "down_tries" | "down_code">>;
export type ConfigSettings = Pick<Config, "model_name" | "temperature" | "max_tokens">;
/** Null removes a price. */
export type PriceChange = { owner_price?: OwnerPrice | null | undefined };

/** The table of sealed keys: one row per (user, provider). */
export class ConfigStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: RowReader;

  /** @param reads how rows are read by their keys */
  constructor(db: DynamoDBDocumentClient, table: string, reads: RowReader = readOneByOne(db)) {
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
  }

  /** Stores a key for its provider. It replaces an existing one. */
  async save(
    userId: string,
    provider: Provider,
    { owner_price, ...values }: SealedKey & ConfigSettings & Partial<KeyState> & PriceChange,
    now: Date,
  ): Promise<{ config: Config; created: boolean }> {
    const id = randomId();
    const set = setExpression({ ...values, owner_price: owner_price ?? undefined, ...newKeyState(values, now) });
    const config = await this.#update(userId, provider, {
      ...set,
      UpdateExpression: `${set.UpdateExpression}, #id = if_not_exists(#id, :id), #first = if_not_exists(#first, :now) ${remove(...forgotten(values), ...taken(owner_price))}`,
      ExpressionAttributeNames: { ...set.ExpressionAttributeNames, "#id": "id", "#first": "first_saved_at" },
      ExpressionAttributeValues: { ...set.ExpressionAttributeValues, ":id": id, ":now": now.toISOString() },
    });
    if (config === undefined) throw new Error("A write without a condition was refused");
    return { config, created: config.id === id };
  }

  /**
   * Returns the changed row. Undefined when the user has no key for this provider. A new key counts as unused, and its
   * status is the one in `changes`, or unverified.
   */
  async patch(
    userId: string,
    provider: Provider,
    { owner_price, ...changes }: Changes<SealedKey & ConfigSettings & KeyState> & PriceChange,
    now: Date,
  ): Promise<Config | undefined> {
    const newKey = changes.ciphertext !== undefined;
    const state = newKey ? newKeyState(changes, now) : { updated_at: now.toISOString() };
    const set = setExpression({ ...changes, owner_price: owner_price ?? undefined, ...state });
    // Another model has another end date, which the provider has not been asked for.
    const otherModel = changes.model_name !== undefined ? ["model_ends_on"] : [];
    const gone = newKey ? forgotten(changes) : otherModel;
    return this.#update(userId, provider, {
      ...set,
      UpdateExpression: `${set.UpdateExpression} ${remove(...gone, ...taken(owner_price))}`,
      ConditionExpression: "attribute_exists(provider)",
    });
  }

  async get(userId: string, provider: Provider): Promise<Config | undefined> {
    const row = await this.#reads.get(this.#table, { user_id: userId, provider });
    return row && configSchema.parse(row);
  }

  /** What `list` returns, by reads that can be gathered with others. */
  async getAll(userId: string): Promise<Config[]> {
    const rows = await Promise.all(PROVIDERS.map((provider) => this.get(userId, provider)));
    return rows.flatMap((row) => row ?? []).toSorted(compareByAge);
  }

  /** All rows of a user, oldest first. There is at most one for each provider, so one page holds them. */
  async list(userId: string): Promise<Config[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => configSchema.parse(item)).toSorted(compareByAge);
  }

  /** False when there was nothing to remove. */
  async remove(userId: string, provider: Provider): Promise<boolean> {
    const { Attributes } = await this.#db.send(
      new DeleteCommand({ TableName: this.#table, Key: { user_id: userId, provider }, ReturnValues: "ALL_OLD" }),
    );
    return Attributes !== undefined;
  }

  /**
   * Records what a mail's call with the row's key and model has shown.
   * @returns false when the key or the model was changed or the row was deleted meanwhile, and nothing was recorded
   */
  async markUsed(used: Config, status: Config["status"], at: Date): Promise<boolean> {
    return this.#mark(used, { status, last_used_at: at.toISOString(), checked_at: at.toISOString() });
  }

  /** Records what a check has shown. A check does not count as a use of the key. */
  async markChecked(checked: Config, status: Config["status"], at: Date, learnt: LearntFacts = {}): Promise<boolean> {
    const { endsOn, models } = learnt;
    const known = { ...(endsOn && { model_ends_on: endsOn }), ...(models && { key_models: models }) };
    return this.#mark(
      checked,
      { status, checked_at: at.toISOString(), ...known },
      endsOn === null ? ["model_ends_on"] : [],
    );
  }

  /**
   * Keeps everyone from using the key before `down_until`.
   * @returns false when another process did so since `seen` was read, or when the key was replaced
   */
  async pause(seen: Config, outage: Outage): Promise<boolean> {
    const { user_id, provider, key_fingerprint, down_until } = seen;
    const set = setExpression(outage);
    const unchanged = down_until === undefined ? "attribute_not_exists(down_until)" : "down_until = :seen";
    const paused = await this.#update(user_id, provider, {
      ...set,
      ConditionExpression: `key_fingerprint = :fingerprint AND ${unchanged}`,
      ExpressionAttributeValues: {
        ...set.ExpressionAttributeValues,
        ":fingerprint": key_fingerprint,
        ...(down_until !== undefined && { ":seen": down_until }),
      },
    });
    return paused !== undefined;
  }

  /** Called when the provider answers again. */
  async resume({ user_id, provider, key_fingerprint }: Config): Promise<void> {
    await this.#update(user_id, provider, {
      UpdateExpression: "REMOVE down_since, down_until, down_tries, down_code",
      ConditionExpression: "key_fingerprint = :fingerprint",
      ExpressionAttributeValues: { ":fingerprint": key_fingerprint },
    });
  }

  async #mark(
    { user_id, provider, key_fingerprint, model_name }: Config,
    state: Record<string, string | string[]>,
    gone: string[] = [],
  ): Promise<boolean> {
    const set = setExpression(state);
    const marked = await this.#update(user_id, provider, {
      ...set,
      UpdateExpression: `${set.UpdateExpression} ${remove(...gone)}`,
      ConditionExpression: "key_fingerprint = :fingerprint AND model_name = :model",
      ExpressionAttributeValues: {
        ...set.ExpressionAttributeValues,
        ":fingerprint": key_fingerprint,
        ":model": model_name,
      },
    });
    return marked !== undefined;
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

/** Facts about the previous key that do not apply to the new one. */
function forgotten(known: Changes<KeyState>): string[] {
  const told = ["checked_at", "model_ends_on", "key_models"] as const;
  const untold = told.filter((name) => known[name] === undefined);
  return ["last_used_at", "down_since", "down_until", "down_tries", "down_code", ...untold];
}

function taken(price: PriceChange["owner_price"]): string[] {
  return price === null ? ["owner_price"] : [];
}

function remove(...names: string[]): string {
  return names.length === 0 ? "" : `REMOVE ${names.join(", ")}`;
}

function newKeyState({ status = "unverified" }: Changes<KeyState>, now: Date) {
  const at = now.toISOString();
  return { status, created_at: at, updated_at: at };
}
