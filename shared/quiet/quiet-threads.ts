import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";
import { type QuietBecause, quietBecause } from "./quiet-because.ts";

/** A thread in which the agent keeps silent, or in which its owner let it speak again. */
const quietThread = z.object({
  user_id: z.string(),
  thread_id: z.string(),
  agent_id: z.string(),
  because: quietBecause,
  since: z.string(),
  /** When the owner let the agent answer again. The row stays, so that the same old mail does not silence it anew. */
  lifted_at: z.optional(z.string()),
});
export type QuietThread = z.infer<typeof quietThread>;

const keyed = z.object({ thread_id: z.string() });

export class QuietThreads {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  readonly #reads: RowReader;

  /** @param reads how rows are read by their keys */
  constructor(db: DynamoDBDocumentClient, table: string, reads: RowReader = readOneByOne(db)) {
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
  }

  /** The thread's row, also where the owner has lifted it. */
  async get(userId: string, threadId: string): Promise<QuietThread | undefined> {
    const item = await this.#reads.get(this.#table, keyOf(userId, threadId));
    return item && quietThread.parse(item);
  }

  /** Silences the agent in a thread. A repetition keeps the first reason. */
  async silence(userId: string, agentId: string, threadId: string, because: QuietBecause, now: Date): Promise<void> {
    const before = await this.get(userId, threadId);
    if (before !== undefined && before.lifted_at === undefined) return;
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keyOf(userId, threadId),
        UpdateExpression: "SET agent_id = :agent, because = :because, since = :now REMOVE lifted_at",
        ExpressionAttributeValues: { ":agent": agentId, ":because": because, ":now": now.toISOString() },
      }),
    );
  }

  /** Lets the agent answer in the thread again. */
  async lift(row: QuietThread, now: Date): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keyOf(row.user_id, row.thread_id),
        UpdateExpression: "SET agent_id = :agent, because = :because, since = :since, lifted_at = :now",
        ExpressionAttributeValues: {
          ":agent": row.agent_id,
          ":because": row.because,
          ":since": row.since,
          ":now": now.toISOString(),
        },
      }),
    );
  }

  /** Whole rows, for the export. */
  async all(userId: string, after: string | undefined, limit: number) {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ...(after !== undefined && { ExclusiveStartKey: { user_id: userId, thread_id: after } }),
        Limit: limit,
      }),
    );
    const rows = Items.map((item) => quietThread.parse(item));
    return { rows, next: LastEvaluatedKey && keyed.parse(LastEvaluatedKey).thread_id };
  }
}

function keyOf(userId: string, threadId: string) {
  return { user_id: userId, thread_id: threadId };
}
