import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  paginateQuery,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { deniedId, deniedKey } from "./denied-key.ts";
import { type Denied, deniedRow } from "./denied-row.ts";

/** DynamoDB takes no more in one call. */
const WRITTEN_AT_ONCE = 25;
const READ_AT_ONCE = 100;
/** Calls under way at the same time. */
const AT_ONCE = 8;
/** Calls for the keys that DynamoDB left over because the table was busy. */
const TRIES = 8;

/**
 * Whose mails an agent passes over. A row each, keyed by a hash of the sender, so that a mail costs one call whether the
 * list has ten rows or ten thousand. The rows stay until their owner takes them off.
 */
export class DenyList {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** Adds what is not there yet. @returns how many were new */
  async add(userId: string, agentId: string, patterns: string[], now: Date): Promise<number> {
    const known = new Set<string>();
    const keys = patterns.map((pattern) => deniedKey(agentId, pattern));
    await inTurns(chunksOf(keys, READ_AT_ONCE), async (some) => {
      for (const { denied } of await this.#read(userId, some)) known.add(denied);
    });
    const fresh = patterns.filter((pattern) => !known.has(deniedKey(agentId, pattern)));
    const puts = fresh.map((sender) => {
      const row = { id: deniedId(agentId, sender), sender, added_at: now.toISOString() } satisfies Denied;
      return { PutRequest: { Item: { user_id: userId, denied: deniedKey(agentId, sender), ...row } } };
    });
    await inTurns(chunksOf(puts, WRITTEN_AT_ONCE), (some) => this.#write(some));
    return fresh.length;
  }

  async count(userId: string, agentId: string): Promise<number> {
    let count = 0;
    for await (const { Count = 0 } of this.#pages(userId, agentId, { Select: "COUNT" })) count += Count;
    return count;
  }

  /** All rows of an agent; ten thousand are two pages. */
  async list(userId: string, agentId: string): Promise<Denied[]> {
    const rows: Denied[] = [];
    for await (const { Items = [] } of this.#pages(userId, agentId))
      rows.push(...Items.map((item) => deniedRow.parse(item)));
    return rows;
  }

  async remove(userId: string, agentId: string, id: string): Promise<void> {
    const Key = { user_id: userId, denied: `${agentId}:${id}` };
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key }));
  }

  /** May be repeated. */
  async removeAll(userId: string, agentId: string): Promise<void> {
    const rows = await this.list(userId, agentId);
    const deletes = rows.map(({ id }) => ({ DeleteRequest: { Key: { user_id: userId, denied: `${agentId}:${id}` } } }));
    await inTurns(chunksOf(deletes, WRITTEN_AT_ONCE), (some) => this.#write(some));
  }

  async #read(userId: string, keys: string[]): Promise<{ denied: string }[]> {
    const rows: { denied: string }[] = [];
    let left = keys.map((denied) => ({ user_id: userId, denied }));
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES) throw new Error("The table of denied senders is too busy");
      const { Responses = {}, UnprocessedKeys = {} } = await this.#db.send(
        new BatchGetCommand({
          RequestItems: { [this.#table]: { Keys: left, ConsistentRead: true, ProjectionExpression: "denied" } },
        }),
      );
      rows.push(...(Responses[this.#table] ?? []).map((item) => foundKey.parse(item)));
      left = z.array(tableKey).parse(UnprocessedKeys[this.#table]?.Keys ?? []);
      if (left.length > 0) await pause(tries);
    }
    return rows;
  }

  async #write(requests: NonNullable<BatchWriteCommand["input"]["RequestItems"]>[string]): Promise<void> {
    let left = requests;
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES) throw new Error("The table of denied senders is too busy");
      const { UnprocessedItems = {} } = await this.#db.send(
        new BatchWriteCommand({ RequestItems: { [this.#table]: left } }),
      );
      left = UnprocessedItems[this.#table] ?? [];
      if (left.length > 0) await pause(tries);
    }
  }

  #pages(userId: string, agentId: string, more: { Select?: "COUNT" } = {}) {
    return paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user AND begins_with(denied, :prefix)",
        ExpressionAttributeValues: { ":user": userId, ":prefix": `${agentId}:` },
        ConsistentRead: true,
        ...more,
      },
    );
  }
}

const foundKey = z.object({ denied: z.string() });
const tableKey = z.object({ user_id: z.string(), denied: z.string() });

function chunksOf<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** Works a list with several at the same time. */
async function inTurns<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** DynamoDB asks for exponential back-off before what it left over is sent again. */
function pause(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20 * 2 ** tries * (0.5 + Math.random() / 2)));
}
