import type { PaidBy } from "./paid-by.ts";
import {
  type Amount,
  emptyReservation,
  monthKey,
  monthOf,
  newReservation,
  type Reservation,
  raisedReservation,
  readReservation,
  reservationName,
  reservationsIn,
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
    const { raw, nanoUsd } = newReservation(limits.paidBy, amount);
    const done = await this.#write(slot, {
      set: { [reservationName(slot)]: raw },
      add: added(limits.paidBy, nanoUsd, 1),
      when: [{ absent: reservationName(slot) }, ...withinLimits(limits, nanoUsd)],
    });
    return done ? "reserved" : this.#lookCloser(slot, amount, limits);
  }

  async cancel(slot: Slot): Promise<void> {
    const reservation = readReservation((await this.#read(slot))[reservationName(slot)]);
    if (reservation !== undefined)
      await this.#remove(slot, reservation, added(payerOf(reservation), -reservation.nanoUsd, -1));
  }

  /** @returns true where money was reserved, which means that a budget is in force */
  async settle(slot: Slot, parts: Spent[]): Promise<boolean> {
    const payer = parts.some(({ paidBy }) => paidBy === "platform") ? "platform" : "owner";
    if (await this.#settle(slot, emptyReservation(payer), parts)) return false;
    const reservation = readReservation((await this.#read(slot))[reservationName(slot)]);
    return reservation !== undefined && (await this.#settle(slot, reservation, parts)) && reservation.nanoUsd > 0;
  }

  /** What the owner's keys have spent in the month, without reservations. */
  async spent(slot: Slot): Promise<number> {
    const item = await this.#read(slot);
    return Number(item[COMMITTED] ?? 0) - sumOf(reservationsIn(item, "owner"));
  }

  #settle(slot: Slot, reservation: Reservation, parts: Spent[]): Promise<boolean> {
    const paidFor = parts.some(({ paidBy }) => paidBy === "platform") ? 1 : 0;
    const more = budgetCost(parts, reservation.perCall) - reservation.nanoUsd;
    const free = paidFor - (payerOf(reservation) === "platform" ? 1 : 0);
    return this.#remove(slot, reservation, { [COMMITTED]: more, [FREE]: free });
  }

  /**
   * Checks an existing reservation, which may be for another payer, for a cheaper call, or for a call that was lost.
   */
  async #lookCloser(slot: Slot, amount: Amount, limits: MonthLimits): Promise<Answer> {
    const item = await this.#read(slot);
    const reservation = readReservation(item[reservationName(slot)]);
    if (reservation !== undefined && payerOf(reservation) !== limits.paidBy) {
      await this.#remove(slot, reservation, added(payerOf(reservation), -reservation.nanoUsd, -1));
      return this.reserve(slot, amount, limits);
    }
    if (reservation !== undefined) {
      return (await this.#raise(slot, reservation, raisedReservation(reservation, amount), limits))
        ? "reserved"
        : "monthly_budget";
    }
    const others = reservationsIn(item, limits.paidBy);
    if (limits.paidBy === "platform") {
      return Number(item[FREE] ?? 0) - others.length >= limits.mails ? "free_mails_used" : "busy";
    }
    const spent = Number(item[COMMITTED] ?? 0) - sumOf(others);
    const isOver = spent + newReservation(limits.paidBy, amount).nanoUsd > (limits.budget ?? Number.POSITIVE_INFINITY);
    // An amount that others have only reserved may return when their calls are settled.
    return isOver ? "monthly_budget" : "busy";
  }

  async #raise(slot: Slot, reservation: Reservation, to: Reservation, limits: MonthLimits): Promise<boolean> {
    if (to.raw === reservation.raw) return true;
    const more = to.nanoUsd - reservation.nanoUsd;
    return this.#write(slot, {
      set: { [reservationName(slot)]: to.raw },
      add: added(limits.paidBy, more, 0),
      when: [{ name: reservationName(slot), equals: reservation.raw }, ...withinLimits(limits, more)],
    });
  }

  #remove(slot: Slot, reservation: Reservation, add: Record<string, number>): Promise<boolean> {
    const name = reservationName(slot);
    return this.#write(slot, { remove: [name], add, when: [{ name, equals: reservation.raw }] });
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

function withinLimits(limits: MonthLimits, more: number) {
  if (limits.paidBy === "platform") return [{ name: FREE, atMost: limits.mails - 1 }];
  return limits.budget === undefined ? [] : [{ name: COMMITTED, atMost: limits.budget - more }];
}

function payerOf({ who }: Reservation): PaidBy {
  return who === "platform" ? "platform" : "owner";
}
