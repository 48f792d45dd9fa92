import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { conditional } from "../aws/conditional-write.ts";
import type { TestResult } from "../forwarding/test-result.ts";
import { type Mailbox, mailbox, type StoredConfirmation, storedConfirmation } from "./mailbox.ts";

/** Both kinds of rows of the table, told apart by their keys. */
export type MailboxRows = { mailboxes: Mailbox[]; confirmations: StoredConfirmation[] };

const keyed = z.object({ row: z.string() });

/**
 * The owner's mailboxes of each agent, and the confirmation mails of services that forward to it. Confirmations expire.
 * A row's key begins with the agent's id, so one query has all that an agent's page shows.
 */
export class MailboxStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async get(userId: string, agentId: string, id: string): Promise<Mailbox | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: keyOf(userId, agentId, id), ConsistentRead: true }),
    );
    return Item && mailbox.parse(Item);
  }

  /** All of an agent's rows: mailboxes in the order of their ids, confirmations newest first. */
  async ofAgent(userId: string, agentId: string): Promise<MailboxRows> {
    const rows: MailboxRows = { mailboxes: [], confirmations: [] };
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        KeyConditionExpression: "user_id = :u AND begins_with(#row, :agent)",
        ExpressionAttributeNames: { "#row": "row" },
        ExpressionAttributeValues: { ":u": userId, ":agent": `${agentId}#` },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) {
        if (isConfirmation(item)) rows.confirmations.unshift(storedConfirmation.parse(item));
        else rows.mailboxes.push(mailbox.parse(item));
      }
    }
    return rows;
  }

  async mailboxesOf(userId: string, agentId: string): Promise<Mailbox[]> {
    return (await this.ofAgent(userId, agentId)).mailboxes;
  }

  /** Adds a mailbox, or begins a new test of it. The result of the last test stays until the next one comes back. */
  async startTest(row: Omit<Mailbox, "result" | "sent_at" | "send_failed">): Promise<Mailbox> {
    const { user_id, agent_id, id, address, created_at, code, tested_at } = row;
    const { Attributes } = await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: keyOf(user_id, agent_id, id),
        UpdateExpression:
          "SET agent_id = :agent, id = :id, address = :address, created_at = if_not_exists(created_at, :created), code = :code, tested_at = :at REMOVE sent_at, send_failed",
        ExpressionAttributeValues: {
          ":agent": agent_id,
          ":id": id,
          ":address": address,
          ":created": created_at,
          ":code": code,
          ":at": tested_at,
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    return mailbox.parse(Attributes);
  }

  /** False if the mail of this very test was sent before, or the mailbox is not there any more. */
  async markSent({ user_id, agent_id, id, code }: Mailbox, now: Date): Promise<boolean> {
    const written = await this.#change(
      { user_id, agent_id, id },
      "SET sent_at = :at",
      "code = :code AND attribute_not_exists(sent_at)",
      {
        ":at": now.toISOString(),
        ":code": code,
      },
    );
    return written;
  }

  async markSendFailed({ user_id, agent_id, id, code }: Mailbox): Promise<void> {
    await this.#change({ user_id, agent_id, id }, "SET send_failed = :yes", "code = :code", {
      ":yes": true,
      ":code": code,
    });
  }

  /** Records how a test came back. False if the mailbox has begun another test since, or is gone. */
  async record({ user_id, agent_id, id, code }: Mailbox, result: TestResult): Promise<boolean> {
    return this.#change(
      { user_id, agent_id, id },
      "SET #result = :result",
      "code = :code",
      { ":result": result, ":code": code },
      { "#result": "result" },
    );
  }

  async remove(userId: string, agentId: string, id: string): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: keyOf(userId, agentId, id) }));
  }

  /** A repetition writes the same row. */
  async keepConfirmation(row: StoredConfirmation): Promise<void> {
    const { user_id, agent_id, run_id, ...rest } = row;
    const entries = Object.entries({ agent_id, run_id, ...rest }).filter(([, value]) => value !== undefined);
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { user_id, row: `${agent_id}#confirmation#${run_id}` },
        UpdateExpression: `SET ${entries.map((_, i) => `#f${i} = :f${i}`).join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(entries.map(([name], i) => [`#f${i}`, name])),
        ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], i) => [`:f${i}`, value])),
      }),
    );
  }

  /** Whole rows of all of the user's agents, for the export. */
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
    const rows = Items.map(
      (item): Record<string, unknown> =>
        isConfirmation(item) ? storedConfirmation.parse(item) : withoutCode(mailbox.parse(item)),
    );
    return { rows, next: LastEvaluatedKey && keyed.parse(LastEvaluatedKey).row };
  }

  async #change(
    { user_id, agent_id, id }: Pick<Mailbox, "user_id" | "agent_id" | "id">,
    UpdateExpression: string,
    ConditionExpression: string,
    ExpressionAttributeValues: Record<string, unknown>,
    ExpressionAttributeNames?: Record<string, string>,
  ): Promise<boolean> {
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: keyOf(user_id, agent_id, id),
          UpdateExpression,
          ConditionExpression,
          ExpressionAttributeValues,
          ...(ExpressionAttributeNames && { ExpressionAttributeNames }),
        }),
      ),
    );
    return written !== undefined;
  }
}

/** The code of a test under way proves that a mail passed through the mailbox, so it is for the mail alone. */
export function withoutCode({ code: _, ...row }: Mailbox) {
  return row;
}

function isConfirmation(item: Record<string, unknown>): boolean {
  return keyed.parse(item).row.includes("#confirmation#");
}

function keyOf(userId: string, agentId: string, id: string) {
  return { user_id: userId, row: `${agentId}#mailbox#${id}` };
}
