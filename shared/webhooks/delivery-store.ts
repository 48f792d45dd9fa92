import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { hashId } from "../ids.ts";
import { timeDigits } from "../runs/run.ts";
import { type Attempt, type Delivery, delivery as deliverySchema } from "./delivery.ts";
import { GIVE_UP_MS, KEPT_DAYS } from "./schedule.ts";

type Key = Pick<Delivery, "user_id" | "webhook_id" | "delivery_id">;
type New = { userId: string; webhookId: string; eventId: string; type: string; body: string; once?: boolean };

/** The log keeps the last calls of a delivery. Delivering anew again and again must not fill its row. */
const MAX_ATTEMPTS = 30;

/** A delivery as it stands before its first call. Its id is made of event and endpoint, so it exists once. */
export function newDelivery({ userId, webhookId, eventId, type, body, once }: New, at: string, now: Date): Delivery {
  const delivery_id = `${timeDigits(new Date(at))}-${hashId(eventId, webhookId)}`;
  return {
    user_id: userId,
    delivery: sortKey(webhookId, delivery_id),
    webhook_id: webhookId,
    delivery_id,
    event_id: eventId,
    type,
    body,
    state: "waiting",
    tries: 0,
    turn: 0,
    ...(once && { once }),
    attempts: [],
    next_at: now.toISOString(),
    give_up_at: new Date(now.getTime() + GIVE_UP_MS).toISOString(),
    created_at: now.toISOString(),
    expires_at: Math.floor(now.getTime() / 1000) + KEPT_DAYS * 86_400,
  };
}

/** What becomes of a delivery at the end of a turn. */
export type Turn = Pick<Delivery, "state"> & { nextAt?: Date | undefined; attempt?: Attempt | undefined };

/** The log of deliveries. Every change is on top of the turn that was read, so two messages cannot both make it. */
export class DeliveryStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** False if it exists: the event was announced before. */
  async add(row: Delivery): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.#table,
      Item: row,
      ConditionExpression: "attribute_not_exists(delivery)",
    });
    return (await conditional(this.#db.send(put))) !== undefined;
  }

  async get(key: Key): Promise<Delivery | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: keyOf(key), ConsistentRead: true }),
    );
    return Item && deliverySchema.parse(Item);
  }

  /** Newest first, or from `since` on the oldest first; `next` is the id of the last one if more follow. */
  async page(
    of: Pick<Key, "user_id" | "webhook_id">,
    { after, since, limit }: { after?: string | undefined; since?: string | undefined; limit: number },
  ): Promise<{ rows: Delivery[]; next: string | undefined }> {
    const { user_id, webhook_id } = of;
    const forward = since !== undefined;
    const first = forward ? timeDigits(new Date(since)) : "";
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user AND delivery BETWEEN :first AND :last",
        ExpressionAttributeValues: {
          ":user": user_id,
          ":first": sortKey(webhook_id, first),
          // Ids begin with a digit, and a colon follows the digits in ASCII.
          ":last": sortKey(webhook_id, ":"),
        },
        ...(after !== undefined && { ExclusiveStartKey: { user_id, delivery: sortKey(webhook_id, after) } }),
        ScanIndexForward: forward,
        Limit: limit,
      }),
    );
    const rows = Items.map((item) => deliverySchema.parse(item));
    return { rows, next: LastEvaluatedKey && rows.at(-1)?.delivery_id };
  }

  /** All endpoints' deliveries, for the export; `next` is the sort key of the last row if more follow. */
  async all(
    userId: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ rows: Delivery[]; next: string | undefined }> {
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: "user_id = :user",
        ExpressionAttributeValues: { ":user": userId },
        ...(after !== undefined && { ExclusiveStartKey: { user_id: userId, delivery: after } }),
        Limit: limit,
      }),
    );
    const rows = Items.map((item) => deliverySchema.parse(item));
    return { rows, next: LastEvaluatedKey && rows.at(-1)?.delivery };
  }

  /** Ends a turn. @returns the row afterwards; undefined if its turn was over already */
  async endTurn(row: Delivery, { state, nextAt, attempt }: Turn): Promise<Delivery | undefined> {
    const attempts = attempt ? [...row.attempts, attempt].slice(-MAX_ATTEMPTS) : row.attempts;
    const tries = row.tries + (attempt ? 1 : 0);
    return this.#write(row, { ...row, state, attempts, tries, next_at: nextAt?.toISOString(), turn: row.turn + 1 });
  }

  /** Begins another round of calls. Undefined if something changed the row meanwhile. */
  async restart(row: Delivery, now: Date): Promise<Delivery | undefined> {
    const give_up_at = new Date(now.getTime() + GIVE_UP_MS).toISOString();
    const fresh = { state: "waiting", tries: 0, next_at: now.toISOString(), give_up_at } as const;
    return this.#write(row, { ...row, ...fresh, turn: row.turn + 1 });
  }

  async remove(key: Key): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#table, Key: keyOf(key) }));
  }

  async #write(before: Delivery, { user_id, delivery, ...next }: Delivery): Promise<Delivery | undefined> {
    const changed = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id, delivery },
          UpdateExpression: `SET #state = :state, attempts = :attempts, tries = :tries, turn = :turn, give_up_at = :give_up${
            next.next_at === undefined ? " REMOVE next_at" : ", next_at = :next"
          }`,
          ConditionExpression: "turn = :before",
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: {
            ":state": next.state,
            ":attempts": next.attempts,
            ":tries": next.tries,
            ":turn": next.turn,
            ":give_up": next.give_up_at,
            ":before": before.turn,
            ...(next.next_at !== undefined && { ":next": next.next_at }),
          },
          ReturnValues: "ALL_NEW",
        }),
      ),
    );
    return changed && deliverySchema.parse(changed.Attributes);
  }
}

function keyOf({ user_id, webhook_id, delivery_id }: Key) {
  return { user_id, delivery: sortKey(webhook_id, delivery_id) };
}

function sortKey(webhookId: string, deliveryId: string): string {
  return `${webhookId}#${deliveryId}`;
}
