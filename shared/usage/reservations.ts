import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { MAX_IN_FLIGHT } from "../runs/concurrency.ts";
import { type DayLimits, DayReservations } from "./day-reservations.ts";
import { type MonthLimits, MonthReservations } from "./month-reservations.ts";
import type { Amount, Slot } from "./slot.ts";
import type { Spent } from "./spent.ts";
import { UsageItems } from "./usage-items.ts";

/**
 * The most that a call may cost (0 where there is no budget), including the calls that were lost before it, and all its
 * limits.
 */
export type Bounds = { amount: Amount; day: DayLimits; month: MonthLimits };

/** Why a call may not be made now. `busy` may change when calls in flight are settled. */
export type Refusal = "daily_limit" | "agent_daily_budget" | "monthly_budget" | "free_mails_used" | "busy";

/**
 * The writing side of usage. A reservation is an attribute `r:{run_id}` of the (user, day) item and of the (user,
 * month) item. It exists from before the provider is asked until the outcome is counted. On each item, each method is
 * one conditional write and may be repeated: a second reserving or settling changes nothing. A crash between the two
 * items is therefore repaired by doing the same again, and the run's `reserved_on` says that it is needed.
 */
export class Reservations {
  readonly #day: DayReservations;
  readonly #month: MonthReservations;

  /** @param maxInFlight how many runs of one owner may be reserved at a time */
  constructor(db: DynamoDBDocumentClient, table: string, maxInFlight = MAX_IN_FLIGHT) {
    const items = new UsageItems(db, table);
    this.#day = new DayReservations(items, maxInFlight);
    this.#month = new MonthReservations(items);
  }

  /** A refused caller may hold a part of the reservation. It cancels that part by `release`. */
  async reserve(slot: Slot, { amount, day, month }: Bounds): Promise<"reserved" | Refusal> {
    const ofDay = await this.#day.reserve(slot, amount, day);
    return ofDay === "reserved" ? this.#month.reserve(slot, amount, month) : ofDay;
  }

  /** Cancels the reservation: nothing was charged. */
  async cancel(slot: Slot): Promise<void> {
    await Promise.all([this.#day.cancel(slot), this.#month.cancel(slot)]);
  }

  /**
   * Turns the reservation into counted use: the answer, if there is one, and the lost calls.
   * @returns true where reserved money was settled, which means that a budget is in force
   */
  async settle(slot: Slot, parts: Spent[]): Promise<boolean> {
    const [, isBounded] = await Promise.all([this.#day.settle(slot, parts), this.#month.settle(slot, parts)]);
    return isBounded;
  }

  /** What counts against the budgets so far, in 1e-9 USD: the agent's day and the owner's month. */
  async spent(slot: Slot): Promise<{ day: number; month: number }> {
    const [day, month] = await Promise.all([this.#day.spent(slot), this.#month.spent(slot)]);
    return { day, month };
  }
}
