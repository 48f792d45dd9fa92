import { type DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { conditional } from "../aws/conditional-write.ts";
import { randomId } from "../ids.ts";
import { type ReminderRow, reminderRow, type Stopped } from "./reminder-row.ts";

/** The one partition of the sparse index of rows that are due: it holds only owners for whom something new waits. */
const DUE = "due";
/** 130 random bits. */
const SECRET_LENGTH = 26;

export class ReminderStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** A user without a row has never had a reminder. */
  async get(userId: string): Promise<ReminderRow> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { user_id: userId }, ConsistentRead: true }),
    );
    return Item === undefined ? { user_id: userId } : reminderRow.parse(Item);
  }

  /** Whose mail was due before `now`, longest first. */
  async overdue(now: Date, limit: number): Promise<string[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: "due",
        KeyConditionExpression: "due_shard = :due AND due_at <= :now",
        ExpressionAttributeValues: { ":due": DUE, ":now": now.toISOString() },
        Limit: limit,
      }),
    );
    return Items.map((item) => keyed.parse(item).user_id);
  }

  /** Sets when the owner is told, in place of any earlier plan. */
  async plan(userId: string, dueAt: Date, plan: string): Promise<void> {
    await this.#update(userId, "SET due_at = :at, due_shard = :due, #plan = :plan", {
      ExpressionAttributeNames: { "#plan": "plan" },
      ExpressionAttributeValues: { ":at": dueAt.toISOString(), ":due": DUE, ":plan": plan },
    });
  }

  /** Nothing waits any more, or nobody wants to know. */
  async drop(userId: string): Promise<void> {
    await this.#update(userId, "REMOVE due_at, due_shard");
  }

  /**
   * Marks that the mail due at `dueAt` goes out now. It is marked before it is sent, so that none goes out twice.
   * @returns false if another process was first, or something else is planned now
   */
  async begin(userId: string, dueAt: string, now: Date): Promise<boolean> {
    const written = await conditional(
      this.#update(userId, "SET sent_at = :now REMOVE due_at, due_shard", {
        ConditionExpression: "due_at = :at",
        ExpressionAttributeValues: { ":now": now.toISOString(), ":at": dueAt },
      }),
    );
    return written !== undefined;
  }

  /** Puts back what `begin` marked, for a mail that surely did not leave. */
  async putBack({ user_id, due_at, sent_at }: ReminderRow): Promise<void> {
    const names = sent_at === undefined ? " REMOVE sent_at" : ", sent_at = :sent";
    await this.#update(user_id, `SET due_at = :at, due_shard = :due${names}`, {
      ExpressionAttributeValues: { ":at": due_at, ":due": DUE, ...(sent_at !== undefined && { ":sent": sent_at }) },
    });
  }

  async stop(userId: string, stop: Stopped): Promise<void> {
    await this.#update(userId, "SET stopped = :stop REMOVE due_at, due_shard", {
      ExpressionAttributeValues: { ":stop": stop },
    });
  }

  /** The owner's secret, which is made with the first mail. */
  async secretOf(userId: string): Promise<string> {
    const { Attributes } = await this.#update(userId, "SET secret = if_not_exists(secret, :fresh)", {
      ExpressionAttributeValues: { ":fresh": randomId(SECRET_LENGTH) },
      ReturnValues: "ALL_NEW",
    });
    return z.object({ secret: z.string() }).parse(Attributes).secret;
  }

  #update(userId: string, UpdateExpression: string, more: Partial<UpdateCommand["input"]> = {}) {
    return this.#db.send(
      new UpdateCommand({ TableName: this.#table, Key: { user_id: userId }, UpdateExpression, ...more }),
    );
  }
}

const keyed = z.object({ user_id: z.string() });
