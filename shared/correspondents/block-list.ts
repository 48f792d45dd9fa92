import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";
import { blockedRow } from "./blocked-row.ts";
import { mailboxKey } from "./mailbox-key.ts";

/**
 * A correspondent that an agent no longer answers until its owner removes the block; `id` is a hash of agent and
 * address.
 */
export type Blocked = z.infer<typeof blockedRow>;

const keyed = z.extend(blockedRow, { correspondent: z.string() });

/** The rows stay until their owner takes them off, or the account ends. */
export class BlockList {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: RowReader;

  /** @param reads how rows are read by their keys */
  constructor(db: DynamoDBDocumentClient, table: string, reads: RowReader = readOneByOne(db)) {
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
  }

  /** The first report is kept; later reports about the same correspondent change nothing. */
  async add(userId: string, agentId: string, row: Omit<Blocked, "id">): Promise<void> {
    const id = mailboxKey(agentId, row.address);
    const values = { id, ...row };
    const names = Object.keys(values);
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keyOf(userId, agentId, id),
        UpdateExpression: `SET ${names.map((_, i) => `#s${i} = if_not_exists(#s${i}, :s${i})`).join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#s${i}`, name])),
        ExpressionAttributeValues: Object.fromEntries(Object.values(values).map((value, i) => [`:s${i}`, value])),
      }),
    );
  }

  async has(userId: string, agentId: string, address: string): Promise<boolean> {
    const key = keyOf(userId, agentId, mailboxKey(agentId, address));
    return (await this.#reads.get(this.#table, key)) !== undefined;
  }

  async list(userId: string, agentId: string): Promise<Blocked[]> {
    const rows: Blocked[] = [];
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user AND begins_with(correspondent, :prefix)",
        ExpressionAttributeValues: { ":user": userId, ":prefix": `${agentId}:` },
      },
    );
    for await (const { Items = [] } of pages) rows.push(...Items.map((item) => blockedRow.parse(item)));
    return rows;
  }

  /** The blocks of all agents, including deleted ones; `next` is the sort key of the last row if more follow. */
  async all(
    userId: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ rows: (Blocked & { agent_id: string })[]; next: string | undefined }> {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ...(after !== undefined && { ExclusiveStartKey: { user_id: userId, correspondent: after } }),
        Limit: limit,
      }),
    );
    const found = Items.map((item) => keyed.parse(item));
    const rows = found.map(({ correspondent, ...row }) => ({ agent_id: correspondent.split(":")[0] ?? "", ...row }));
    return { rows, next: LastEvaluatedKey && found.at(-1)?.correspondent };
  }

  async remove(userId: string, agentId: string, id: string): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: keyOf(userId, agentId, id) }));
  }
}

function keyOf(userId: string, agentId: string, id: string) {
  return { user_id: userId, correspondent: `${agentId}:${id}` };
}
