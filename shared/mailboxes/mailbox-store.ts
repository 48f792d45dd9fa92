import { type DynamoDBDocumentClient, PutCommand, paginateQuery, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { conditional } from "../aws/conditional-write.ts";
import { type RowReader, readOneByOne } from "../aws/row-reader.ts";
import type { TestResult } from "../forwarding/test-result.ts";
import { type Mailbox, mailbox, type StoredConfirmation, storedConfirmation } from "./mailbox.ts";

/** An agent's mailboxes are one row, so that the runner reads them with the agent, by one call. */
const agentRow = z.object({ user_id: z.string(), row: z.string(), version: z.number(), mailboxes: z.array(mailbox) });
const keyed = z.object({ row: z.string() });

/** Two writers at once are a test that comes back while its owner begins another. */
const TRIES = 5;

/**
 * The owner's mailboxes of each agent, in one row under the agent's id, and the confirmation mails of services that forward
 * to it, in a row each, which expires.
 */
export class MailboxStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #reads: RowReader;

  /** @param reads how rows are read by their keys */
  constructor(db: DynamoDBDocumentClient, table: string, reads: RowReader = readOneByOne(db)) {
    this.#db = db;
    this.#table = table;
    this.#reads = reads;
  }

  /** All of an agent's mailboxes, oldest first. */
  async list(userId: string, agentId: string): Promise<Mailbox[]> {
    return (await this.#row(userId, agentId))?.mailboxes ?? [];
  }

  async get(userId: string, agentId: string, id: string): Promise<Mailbox | undefined> {
    return (await this.list(userId, agentId)).find((row) => row.id === id);
  }

  /** Adds a mailbox, or begins a new test of it. The result of the last test stays until the next one comes back. */
  async startTest(row: Omit<Mailbox, "result" | "sent_at" | "send_failed">): Promise<Mailbox> {
    const begun = (before: Mailbox | undefined): Mailbox => {
      return {
        ...row,
        created_at: before?.created_at ?? row.created_at,
        ...(before?.result && { result: before.result }),
      };
    };
    const stored = await this.#change(row.user_id, row.agent_id, (all) => {
      const before = all.find(({ id }) => id === row.id);
      return [...all.filter((one) => one !== before), begun(before)].toSorted(byAge);
    });
    return stored?.find(({ id }) => id === row.id) ?? begun(undefined);
  }

  /** False if the mail of this very test was sent before, or the mailbox is not there any more. */
  async markSent(row: Mailbox, now: Date): Promise<boolean> {
    return this.#ofTest(row, (now_) =>
      now_.sent_at === undefined ? { ...now_, sent_at: now.toISOString() } : undefined,
    );
  }

  async markSendFailed(row: Mailbox): Promise<void> {
    await this.#ofTest(row, (now) => ({ ...now, send_failed: true }));
  }

  /** Records how a test came back. False if the mailbox has begun another test since, or is gone. */
  async record(row: Mailbox, result: TestResult): Promise<boolean> {
    return this.#ofTest(row, (now) => ({ ...now, result }));
  }

  async remove(userId: string, agentId: string, id: string): Promise<void> {
    await this.#change(userId, agentId, (all) =>
      all.some((row) => row.id === id) ? all.filter((row) => row.id !== id) : undefined,
    );
  }

  /** A repetition writes the same row. */
  async keepConfirmation(confirmation: StoredConfirmation): Promise<void> {
    const { user_id, agent_id, run_id } = confirmation;
    const Item = { ...withoutUndefined(confirmation), user_id, row: `${agent_id}#confirmation#${run_id}` };
    await this.#db.send(new PutCommand({ TableName: this.#table, Item }));
  }

  /** The confirmations of services that ask to forward to the agent, newest first. */
  async confirmations(userId: string, agentId: string): Promise<StoredConfirmation[]> {
    const found: StoredConfirmation[] = [];
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        KeyConditionExpression: "user_id = :u AND begins_with(#row, :agent)",
        ExpressionAttributeNames: { "#row": "row" },
        ExpressionAttributeValues: { ":u": userId, ":agent": `${agentId}#confirmation#` },
        ConsistentRead: true,
        ScanIndexForward: false,
      },
    );
    for await (const { Items = [] } of pages) found.push(...Items.map((item) => storedConfirmation.parse(item)));
    return found;
  }

  /** What is stored for all of the user's agents, for the export. */
  async all(userId: string, after: string | undefined, limit: number) {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ...(after !== undefined && { ExclusiveStartKey: { user_id: userId, row: after } }),
        Limit: limit,
      }),
    );
    const rows = Items.flatMap((item): Record<string, unknown>[] =>
      "mailboxes" in item ? agentRow.parse(item).mailboxes.map(withoutCode) : [storedConfirmation.parse(item)],
    );
    return { rows, next: LastEvaluatedKey && keyed.parse(LastEvaluatedKey).row };
  }

  async #row(userId: string, agentId: string) {
    const item = await this.#reads.get(this.#table, { user_id: userId, row: agentId });
    return item && agentRow.parse(item);
  }

  /** Changes one mailbox, if the test that `row` tells of is still its last one. */
  async #ofTest(row: Mailbox, change: (now: Mailbox) => Mailbox | undefined): Promise<boolean> {
    const changed = await this.#change(row.user_id, row.agent_id, (all) => {
      const now = all.find(({ id, code }) => id === row.id && code === row.code);
      const next = now && change(now);
      return next && all.map((one) => (one === now ? next : one));
    });
    return changed !== undefined;
  }

  /** Writes what `change` makes of the list, on top of the version that it was made from. Undefined changes nothing. */
  async #change(
    userId: string,
    agentId: string,
    change: (all: Mailbox[]) => Mailbox[] | undefined,
  ): Promise<Mailbox[] | undefined> {
    for (let tries = 0; tries < TRIES; tries++) {
      const row = await this.#row(userId, agentId);
      const mailboxes = change(row?.mailboxes ?? []);
      if (mailboxes === undefined) return undefined;
      const written = await conditional(
        this.#db.send(
          new PutCommand({
            TableName: this.#table,
            Item: {
              user_id: userId,
              row: agentId,
              version: (row?.version ?? 0) + 1,
              mailboxes: mailboxes.map(withoutUndefined),
            },
            ...(row === undefined
              ? { ConditionExpression: "attribute_not_exists(version)" }
              : { ConditionExpression: "version = :v", ExpressionAttributeValues: { ":v": row.version } }),
          }),
        ),
      );
      if (written !== undefined) return mailboxes;
    }
    throw new Error("An agent's mailboxes were changed by others each time");
  }
}

/** The code of a test under way proves that a mail passed through the mailbox, so it is for the mail alone. */
function withoutCode({ code: _, ...row }: Mailbox) {
  return row;
}

function byAge(one: Mailbox, other: Mailbox): number {
  return one.created_at < other.created_at ? -1 : 1;
}

/** DynamoDB has no undefined. */
function withoutUndefined<T extends object>(row: T): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
