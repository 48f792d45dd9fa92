import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { conditional } from "../aws/conditional-write.ts";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";
import { randomId } from "../ids.ts";
import { logRestedRun } from "../watch/run-rested.ts";
import { advance, isAtRest, type RunEvent } from "./ledger.ts";
import { type Run, run as runSchema, timeDigits } from "./run.ts";

/** Shards of the sparse index of unsettled runs, so that the writes are spread over partitions. */
export const UNSETTLED_SHARDS = 8;

const unsettled = z.pick(runSchema, { user_id: true, run_id: true });
/** The key of a run. */
export type RunKey = z.infer<typeof unsettled>;

/** The part of a run that the indexes hold: enough for a list. */
const inLists = z.pick(runSchema, {
  run_id: true,
  agent_id: true,
  thread_id: true,
  state: true,
  reason: true,
  from: true,
  subject: true,
  is_test: true,
  received_at: true,
  updated_at: true,
});
const listed = z.extend(inLists, { has_attachments: z.optional(z.boolean()) });
export type ListedRun = z.infer<typeof listed>;
const LISTED = Object.keys(listed.shape);

export type RunQuery = {
  userId: string;
  agentId?: string | undefined;
  threadId?: string | undefined;
  /** Selects the runs to list. Without it, all are listed. */
  where?: ((run: ListedRun) => boolean) | undefined;
  cursor?: string | undefined;
  limit: number;
};
export type RunPage = { runs: ListedRun[]; nextCursor: string | null };

/** The most runs that one page of a filtered list reads, even if none matches: a second's work. */
export const MOST_READ = 1_000;
/** Runs per query. */
const PAGE = 250;

const heldRun = z.pick(runSchema, { user_id: true, run_id: true, reason: true, agent_id: true });

/** One earlier mail of a thread with its answer. */
const turn = z.object({ run_id: z.string(), text: z.string(), answer: z.object({ text: z.string() }) });
export type PastTurn = { text: string; answer: string };
/** The fields that say who wrote the mail. */
export type PastRun = Pick<Run, "from" | "reply">;

export class RunStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: RowReader;

  /** @param reads how rows are read by their keys */
  constructor(db: DynamoDBDocumentClient, table: string, reads: RowReader = readOneByOne(db)) {
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
  }

  /** False when another delivery of the same mail got there first: SES and SQS may both deliver twice. */
  async add(run: Run): Promise<boolean> {
    const added = await this.#put(run, { ConditionExpression: "attribute_not_exists(run_id)" });
    if (added && isAtRest(run)) logRestedRun(run, new Date());
    return added;
  }

  /** The current run. Undefined when this user has no such run. */
  async get(userId: string, runId: string): Promise<Run | undefined> {
    const row = await this.#reads.get(this.#table, { user_id: userId, run_id: runId });
    return row && runSchema.parse(row);
  }

  /**
   * Applies `event` to `run`, if the ledger allows it and nobody else wrote since `run` was read.
   * @returns the run after the event; undefined when the event did not happen
   */
  async apply(run: Run, event: RunEvent, now: Date): Promise<Run | undefined> {
    const changed = advance(run, event, now);
    if (changed === undefined) return undefined;
    const next: Run = { ...changed, version: run.version + 1, write_id: randomId() };
    const written = await this.#write(run, next);
    // The only writer of runs, so each that comes to rest is told of once, whoever brought it there.
    if (written && next.state !== run.state && isAtRest(next)) logRestedRun(next, now);
    return written ? next : undefined;
  }

  /** @returns whether `next` stands in the table, also where the answer to the write was lost */
  async #write(run: Run, next: Run): Promise<boolean> {
    const onTop = { ConditionExpression: "version = :v", ExpressionAttributeValues: { ":v": run.version } };
    if (await this.#put(next, onTop)) return true;
    // The SDK repeats a write whose answer was lost, and the repetition fails on the version that the first write made.
    const stored = await this.get(run.user_id, run.run_id);
    return stored?.write_id === next.write_id;
  }

  /**
   * Newest first. `cursor` is the id of the last run that the previous page looked at. With `where`, a page looks at up
   * to MOST_READ runs: it may hold fewer than `limit`, or none, and still have a cursor.
   */
  async list({ where, ...query }: RunQuery): Promise<RunPage> {
    const { limit } = query;
    const runs: ListedRun[] = [];
    let { cursor } = query;
    for (let left = MOST_READ; left > 0; ) {
      const page = await this.#page({ ...query, cursor, limit: Math.min(left, where ? PAGE : limit) });
      for (const run of page.runs) {
        if (runs.length === limit) return { runs, nextCursor: cursor ?? null };
        cursor = run.run_id;
        left -= 1;
        if (where?.(run) ?? true) runs.push(run);
      }
      if (page.isLast) return { runs, nextCursor: null };
      if (runs.length === limit) break;
    }
    return { runs, nextCursor: cursor ?? null };
  }

  /**
   * The user's held runs received since `since`, oldest first, among at most `limit` runs that are looked at.
   * @returns `after`: where to continue, if there is more to look at
   */
  async listHeldSince(query: { userId: string; since: Date; after?: string | undefined; limit: number }) {
    const { userId, since, after, limit } = query;
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :u AND run_id > :from",
        FilterExpression: "#state = :held",
        ProjectionExpression: "user_id, run_id, reason, agent_id",
        ExpressionAttributeNames: { "#state": "state" },
        // A run's id begins with the time when it was received.
        ExpressionAttributeValues: { ":u": userId, ":from": after ?? timeDigits(since), ":held": "held" },
        Limit: limit,
      }),
    );
    const last = LastEvaluatedKey && unsettled.parse(LastEvaluatedKey).run_id;
    return { runs: Items.map((item) => heldRun.parse(item)), after: last };
  }

  /** Whole runs, oldest first, after the run `after`. `next` is the id of the last one if more follow. */
  async all(
    userId: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ runs: Run[]; next: string | undefined }> {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ...(after !== undefined && { ExclusiveStartKey: { user_id: userId, run_id: after } }),
        Limit: limit,
      }),
    );
    const runs = Items.map((item) => runSchema.parse(item));
    return { runs, next: LastEvaluatedKey && runs.at(-1)?.run_id };
  }

  /** The runs of one shard that were due before `before`, longest overdue first. */
  async overdue(shard: number, before: Date, limit: number): Promise<RunKey[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: "unsettled",
        KeyConditionExpression: "unsettled_shard = :shard AND next_check_at < :before",
        ExpressionAttributeValues: { ":shard": String(shard), ":before": before.toISOString() },
        Limit: limit,
      }),
    );
    return Items.map((item) => unsettled.parse(item));
  }

  /**
   * The last `limit` answered mails of a thread before `before`, without those for which `where` is false, oldest
   * first. The author of a mail is only in its row, since an index keeps the attributes that it was created with.
   */
  async history(
    userId: string,
    threadId: string,
    before: string,
    limit: number,
    where: (run: PastRun) => boolean,
  ): Promise<PastTurn[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: "by_thread",
        KeyConditionExpression: "user_id = :u AND thread_run BETWEEN :first AND :last",
        FilterExpression: "#state = :replied",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: {
          ":u": userId,
          ":first": `${threadId}#`,
          ":last": `${threadId}#${before}`,
          ":replied": "replied",
        },
        ScanIndexForward: false,
        Limit: limit * 4, // The thread's skipped and held mails are filtered out after the limit.
      }),
    );
    const turns = Items.slice(0, limit).map((item) => turn.parse(item));
    const rows = await Promise.all(turns.map(({ run_id }) => this.get(userId, run_id)));
    const wanted = turns.filter((_, i) => rows[i] !== undefined && where(rows[i]));
    return wanted.reverse().map(({ text, answer }) => ({ text, answer: answer.text }));
  }

  async #page({ userId, agentId, threadId, cursor, limit }: Omit<RunQuery, "where">) {
    const [name, attribute, value] =
      threadId !== undefined
        ? ["by_thread", "thread_run", threadId]
        : agentId !== undefined
          ? ["by_agent", "agent_run", agentId]
          : [];
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: name,
        KeyConditionExpression: attribute ? `user_id = :u AND begins_with(${attribute}, :p)` : "user_id = :u",
        // The table itself also holds the texts.
        ProjectionExpression: LISTED.map((_, i) => `#l${i}`).join(", "),
        ExpressionAttributeNames: Object.fromEntries(LISTED.map((field, i) => [`#l${i}`, field])),
        ExpressionAttributeValues: { ":u": userId, ...(attribute && { ":p": `${value}#` }) },
        ...(cursor !== undefined && {
          ExclusiveStartKey: {
            user_id: userId,
            run_id: cursor,
            ...(attribute && { [attribute]: `${value}#${cursor}` }),
          },
        }),
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return { runs: Items.map((item) => listed.parse(item)), isLast: LastEvaluatedKey === undefined };
  }

  async #put(run: Run, condition: Pick<PutCommand["input"], "ConditionExpression" | "ExpressionAttributeValues">) {
    const Item = { ...run, ...indexKeys(run), has_attachments: hasAttachments(run) };
    const written = await conditional(this.#db.send(new PutCommand({ TableName: this.#table, Item, ...condition })));
    return written !== undefined;
  }
}

/** The attributes that put a run into its indexes. A settled run is not in the sparse one. */
function indexKeys(run: Run): Record<string, string> {
  const shard = Number.parseInt(run.run_id.slice(-2), 16) % UNSETTLED_SHARDS;
  return {
    agent_run: `${run.agent_id}#${run.run_id}`,
    ...(run.thread_id !== undefined && { thread_run: `${run.thread_id}#${run.run_id}` }),
    ...(run.next_check_at !== undefined && { unsettled_shard: String(shard) }),
  };
}

export function hasAttachments({ attachments = [] }: Pick<Run, "attachments">): boolean {
  return attachments.length > 0;
}
