import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Provider } from "../api/fields.ts";
import type { PaidBy } from "../api/usage-schemas.ts";
import { conditional } from "../aws/conditional-write.ts";
import { COUNTER_FIELDS, type CounterField, counterName } from "./counter-name.ts";

/**
 * One owner's runs that may be between reservation and settlement at a time: half of what the runner works at once in
 * all (20 invocations of 10), so that one owner's flood leaves room for everybody else.
 */
export const MAX_IN_FLIGHT = 100;

/** What of a call is counted, and under which names. */
export type Spent = {
  paidBy: PaidBy;
  agentId: string;
  provider: Provider;
  model: string;
  counters: Partial<Record<CounterField, number>>;
};

/** Where one run's reservation stands. */
export type Slot = { userId: string; day: string; runId: string; agentId: string };

/**
 * The writing side of usage. A reservation is an attribute `r:{run_id}` of the (user, day) item, there from before the
 * provider is asked until the outcome is counted. Each method is one conditional write on that one item, and may be
 * repeated: reserving what is reserved and settling what is settled change nothing.
 */
export class Reservations {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /**
   * Takes one mail of the agent's day and one of the owner's places in flight.
   * @returns why not: `daily_limit` when the agent's day is used up, `busy` when the owner's places are
   */
  async reserve(slot: Slot, maxMailsPerDay: number): Promise<"reserved" | "daily_limit" | "busy"> {
    const done = await this.#update(slot, {
      UpdateExpression: "SET #r = :agent ADD #mails :one, #flight :one",
      ConditionExpression:
        "attribute_not_exists(#r) AND (attribute_not_exists(#mails) OR #mails < :mails) AND (attribute_not_exists(#flight) OR #flight < :flight)",
      ExpressionAttributeValues: {
        ":agent": slot.agentId,
        ":one": 1,
        ":mails": maxMailsPerDay,
        ":flight": MAX_IN_FLIGHT,
      },
    });
    return done ? "reserved" : this.#whyNot(slot, maxMailsPerDay);
  }

  /** Gives the reservation back: nothing was charged. */
  async release(slot: Slot): Promise<void> {
    await this.#update(slot, {
      UpdateExpression: "REMOVE #r ADD #mails :minus, #flight :minus",
      ConditionExpression: "attribute_exists(#r)",
      ExpressionAttributeValues: { ":minus": -1 },
    });
  }

  /** Turns the reservation into counted use. */
  async settle(slot: Slot, spent: Spent): Promise<void> {
    const counters = COUNTER_FIELDS.flatMap((field) => {
      const amount = spent.counters[field] ?? 0;
      return amount === 0 ? [] : [{ name: counterName({ ...spent, field }), amount }];
    });
    await this.#update(slot, {
      UpdateExpression: `REMOVE #r ADD ${["#flight :minus", ...counters.map((_, i) => `#c${i} :c${i}`)].join(", ")}`,
      ConditionExpression: "attribute_exists(#r)",
      ExpressionAttributeNames: Object.fromEntries(counters.map(({ name }, i) => [`#c${i}`, name])),
      ExpressionAttributeValues: {
        ":minus": -1,
        ...Object.fromEntries(counters.map(({ amount }, i) => [`:c${i}`, amount])),
      },
    });
  }

  async #whyNot(slot: Slot, maxMailsPerDay: number): Promise<"reserved" | "daily_limit" | "busy"> {
    const key = { user_id: slot.userId, day: slot.day };
    const { Item = {} } = await this.#db.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    if (Item[reservationName(slot.runId)] !== undefined) return "reserved";
    return Number(Item[mailsName(slot.agentId)] ?? 0) >= maxMailsPerDay ? "daily_limit" : "busy";
  }

  async #update(
    slot: Slot,
    write: {
      UpdateExpression: string;
      ConditionExpression: string;
      ExpressionAttributeNames?: Record<string, string>;
      ExpressionAttributeValues: Record<string, unknown>;
    },
  ): Promise<boolean> {
    const all: Record<string, string> = {
      "#r": reservationName(slot.runId),
      "#mails": mailsName(slot.agentId),
      "#flight": "in_flight",
    };
    const text = `${write.UpdateExpression} ${write.ConditionExpression}`;
    const used = Object.fromEntries(Object.entries(all).filter(([name]) => text.includes(name)));
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { user_id: slot.userId, day: slot.day },
          ...write,
          ExpressionAttributeNames: { ...used, ...write.ExpressionAttributeNames },
        }),
      ),
    );
    return written !== undefined;
  }
}

function reservationName(runId: string): string {
  return `r:${runId}`;
}

/** Mails of one agent on this day that were answered or are being answered. */
function mailsName(agentId: string): string {
  return `m:${agentId}`;
}
