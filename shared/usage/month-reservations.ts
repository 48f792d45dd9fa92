import type { PaidBy } from "./paid-by.ts";
import {
  type Amount,
  type Held,
  heldForNothing,
  heldIn,
  monthKey,
  monthOf,
  newHeld,
  raisedHeld,
  readHeld,
  reservationName,
  type Slot,
  sumOf,
} from "./slot.ts";
import { budgetCost, type Spent } from "./spent.ts";
import type { UsageItems } from "./usage-items.ts";

/**
 * Who pays for a call, and the limit in a UTC month: the owner's budget in 1e-9 USD (undefined means none), or the
 * number of mails that the platform pays for.
 */
export type MonthLimits = { paidBy: "owner"; budget?: number | undefined } | { paidBy: "platform"; mails: number };

type Answer = "reserved" | "monthly_budget" | "free_mails_used" | "busy";

/** What the owner's keys have spent and reserved, in 1e-9 USD. */
const COMMITTED = "committed";
/** Mails that the platform has paid for or is paying for. */
const FREE = "free_mails";

/** The month's side of a reservation: the owner's budget, or the platform's quota for this owner. */
export class MonthReservations {
  readonly #items: UsageItems;

  constructor(items: UsageItems) {
    this.#items = items;
  }

  async reserve(slot: Slot, amount: Amount, limits: MonthLimits): Promise<Answer> {
    const { raw, nanoUsd } = newHeld(limits.paidBy, amount);
    const done = await this.#write(slot, {
      set: { [reservationName(slot)]: raw },
      add: added(limits.paidBy, nanoUsd, 1),
      when: [{ absent: reservationName(slot) }, ...room(limits, nanoUsd)],
    });
    return done ? "reserved" : this.#lookCloser(slot, amount, limits);
  }

  async release(slot: Slot): Promise<void> {
    const held = readHeld((await this.#read(slot))[reservationName(slot)]);
    if (held !== undefined) await this.#remove(slot, held, added(payerOf(held), -held.nanoUsd, -1));
  }

  /** @returns true where money was reserved, which means that a budget is in force */
  async settle(slot: Slot, parts: Spent[]): Promise<boolean> {
    const payer = parts.some(({ paidBy }) => paidBy === "platform") ? "platform" : "owner";
    if (await this.#settle(slot, heldForNothing(payer), parts)) return false;
    const held = readHeld((await this.#read(slot))[reservationName(slot)]);
    return held !== undefined && (await this.#settle(slot, held, parts)) && held.nanoUsd > 0;
  }

  /** What the owner's keys have spent in the month, without reservations. */
  async spent(slot: Slot): Promise<number> {
    const item = await this.#read(slot);
    return Number(item[COMMITTED] ?? 0) - sumOf(heldIn(item, "owner"));
  }

  #settle(slot: Slot, held: Held, parts: Spent[]): Promise<boolean> {
    const paidFor = parts.some(({ paidBy }) => paidBy === "platform") ? 1 : 0;
    const more = budgetCost(parts, held.perCall) - held.nanoUsd;
    const free = paidFor - (payerOf(held) === "platform" ? 1 : 0);
    return this.#remove(slot, held, { [COMMITTED]: more, [FREE]: free });
  }

  /**
   * Checks an existing reservation, which may be for another payer, for a cheaper call, or for a call that was lost.
   */
  async #lookCloser(slot: Slot, amount: Amount, limits: MonthLimits): Promise<Answer> {
    const item = await this.#read(slot);
    const held = readHeld(item[reservationName(slot)]);
    if (held !== undefined && payerOf(held) !== limits.paidBy) {
      await this.#remove(slot, held, added(payerOf(held), -held.nanoUsd, -1));
      return this.reserve(slot, amount, limits);
    }
    if (held !== undefined) {
      return (await this.#raise(slot, held, raisedHeld(held, amount), limits)) ? "reserved" : "monthly_budget";
    }
    const others = heldIn(item, limits.paidBy);
    if (limits.paidBy === "platform") {
      return Number(item[FREE] ?? 0) - others.length >= limits.mails ? "free_mails_used" : "busy";
    }
    const spent = Number(item[COMMITTED] ?? 0) - sumOf(others);
    const isOver = spent + newHeld(limits.paidBy, amount).nanoUsd > (limits.budget ?? Number.POSITIVE_INFINITY);
    // An amount that others have only reserved may return when their calls are settled.
    return isOver ? "monthly_budget" : "busy";
  }

  async #raise(slot: Slot, held: Held, to: Held, limits: MonthLimits): Promise<boolean> {
    if (to.raw === held.raw) return true;
    const more = to.nanoUsd - held.nanoUsd;
    return this.#write(slot, {
      set: { [reservationName(slot)]: to.raw },
      add: added(limits.paidBy, more, 0),
      when: [{ name: reservationName(slot), equals: held.raw }, ...room(limits, more)],
    });
  }

  #remove(slot: Slot, held: Held, add: Record<string, number>): Promise<boolean> {
    const name = reservationName(slot);
    return this.#write(slot, { remove: [name], add, when: [{ name, equals: held.raw }] });
  }

  #read({ userId, day }: Slot): Promise<Record<string, unknown>> {
    return this.#items.read(userId, monthKey(monthOf(day)));
  }

  #write({ userId, day }: Slot, change: Parameters<UsageItems["write"]>[2]): Promise<boolean> {
    return this.#items.write(userId, monthKey(monthOf(day)), change);
  }
}

function added(paidBy: PaidBy, nanoUsd: number, mails: number): Record<string, number> {
  return paidBy === "owner" ? { [COMMITTED]: nanoUsd } : { [FREE]: mails };
}

function room(limits: MonthLimits, more: number) {
  if (limits.paidBy === "platform") return [{ name: FREE, atMost: limits.mails - 1 }];
  return limits.budget === undefined ? [] : [{ name: COMMITTED, atMost: limits.budget - more }];
}

function payerOf({ who }: Held): PaidBy {
  return who === "platform" ? "platform" : "owner";
}
