import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { conditional } from "../aws/conditional-write.ts";
import { type DomainRow, domainRow } from "./domain.ts";

/** What a check writes. The owner's own settings are left out, so that a check in progress does not undo them. */
const CHECKED = [
  "state",
  "sightings",
  "counted_at",
  "last_seen_at",
  "absent_since",
  "absences",
  "proven_at",
  "dkim_tokens",
  "signing",
  "signing_since",
  "can_send",
  "can_receive",
  "seen",
  "checks",
  "checked_at",
  "next_check_at",
] as const satisfies (keyof DomainRow)[];

const dueRow = z.object({ user_id: z.string(), domain: z.string() });
type Key = z.infer<typeof dueRow>;

/** The domains that owners have claimed, proved or not. */
export class DomainStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** False when this owner has claimed the domain already. */
  async add(row: DomainRow): Promise<boolean> {
    const written = await conditional(
      this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: row,
          // The SDK may repeat a write whose answer was lost.
          ConditionExpression: "attribute_not_exists(claim_id) OR claim_id = :mine",
          ExpressionAttributeValues: { ":mine": row.claim_id },
        }),
      ),
    );
    return written !== undefined;
  }

  async get(userId: string, domain: string): Promise<DomainRow | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: { user_id: userId, domain }, ConsistentRead: true }),
    );
    return Item && domainRow.parse(Item);
  }

  /** All domains of an owner, the first claimed first. */
  async list(userId: string): Promise<DomainRow[]> {
    const rows: DomainRow[] = [];
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) rows.push(...Items.map((item) => domainRow.parse(item)));
    return rows.toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1));
  }

  /** Writes what a check found out. False when the claim was removed meanwhile. */
  async save(row: DomainRow): Promise<boolean> {
    const set = CHECKED.filter((name) => row[name] !== undefined);
    const removed = CHECKED.filter((name) => row[name] === undefined);
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: keyOf(row),
          UpdateExpression: [
            `SET ${set.map((name) => `#${name} = :${name}`).join(", ")}`,
            ...(removed.length > 0 ? [`REMOVE ${removed.map((name) => `#${name}`).join(", ")}`] : []),
          ].join(" "),
          ConditionExpression: "claim_id = :mine AND attribute_not_exists(removing_at)",
          ExpressionAttributeNames: Object.fromEntries(CHECKED.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ":mine": row.claim_id,
            ...Object.fromEntries(set.map((name) => [`:${name}`, row[name]])),
          },
        }),
      ),
    );
    return written !== undefined;
  }

  /** Returns the changed row; undefined when the owner has no such domain. */
  async setCatchAll(userId: string, domain: string, agentId: string | null): Promise<DomainRow | undefined> {
    return this.#set({ user_id: userId, domain }, "catch_all_agent", agentId);
  }

  /** Marks the claim as removed. From then on no check writes to it, and whoever finds it takes away what is left. */
  async markRemoving(userId: string, domain: string, now: Date): Promise<DomainRow | undefined> {
    return this.#set({ user_id: userId, domain }, "removing_at", now.toISOString());
  }

  async #set(key: Key, name: string, value: string | null): Promise<DomainRow | undefined> {
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: key,
          UpdateExpression: "SET #name = :value",
          ConditionExpression: "attribute_exists(claim_id)",
          ExpressionAttributeNames: { "#name": name },
          ExpressionAttributeValues: { ":value": value },
          ReturnValues: "ALL_NEW",
        }),
      ),
    );
    return written && domainRow.parse(written.Attributes);
  }

  async remove(row: DomainRow): Promise<void> {
    await conditional(
      this.#db.send(
        new DeleteCommand({
          TableName: this.#table,
          Key: keyOf(row),
          ConditionExpression: "claim_id = :mine",
          ExpressionAttributeValues: { ":mine": row.claim_id },
        }),
      ),
    );
  }

  /** The claims whose next check is due, the longest overdue first. */
  async due(now: Date, limit: number): Promise<Key[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: "by_check",
        KeyConditionExpression: "check_shard = :all AND next_check_at <= :now",
        ExpressionAttributeValues: { ":all": "0", ":now": now.toISOString() },
        Limit: limit,
      }),
    );
    return Items.map((item) => dueRow.parse(item));
  }
}

function keyOf({ user_id, domain }: Key): Key {
  return { user_id, domain };
}
