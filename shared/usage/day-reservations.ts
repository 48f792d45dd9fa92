import { COUNTER_FIELDS, counterName } from "./counter-name.ts";
import {
  type Amount,
  emptyReservation,
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

/** The limits of one agent in a UTC day. Money is in 1e-9 USD; undefined means no limit. */
export type DayLimits = { mails: number; nanoUsd?: number | undefined };

type Answer = "reserved" | "daily_limit" | "agent_daily_budget" | "busy";

/** The day's side of a reservation: the agent's mails and money, and the owner's places in flight. */
export class DayReservations {
  readonly #items: UsageItems;
  readonly #maxInFlight: number;

  constructor(items: UsageItems, maxInFlight: number) {
    this.#items = items;
    this.#maxInFlight = maxInFlight;
  }

  /** Takes one mail and the amount from the agent's day, and one of the owner's places in flight. */
  async reserve(slot: Slot, amount: Amount, limits: DayLimits): Promise<Answer> {
    const { mails, usd } = namesOf(slot);
    const { raw, nanoUsd } = newReservation(slot.agentId, amount);
    const done = await this.#items.write(slot.userId, slot.day, {
      set: { [reservationName(slot)]: raw },
      add: { [mails]: 1, in_flight: 1, [usd]: nanoUsd },
      when: [
        { absent: reservationName(slot) },
        { name: mails, atMost: limits.mails - 1 },
        { name: "in_flight", atMost: this.#maxInFlight - 1 },
        ...withinLimits(usd, limits, nanoUsd),
      ],
    });
    return done ? "reserved" : this.#lookCloser(slot, amount, limits);
  }

  /** Cancels the reservation: nothing was charged. */
  async cancel(slot: Slot): Promise<void> {
    const reservation = await this.#find(slot);
    if (reservation === undefined) return;
    const { mails, usd } = namesOf(slot);
    await this.#items.write(slot.userId, slot.day, {
      remove: [reservationName(slot)],
      add: { [mails]: -1, in_flight: -1, [usd]: -reservation.nanoUsd },
      when: [{ name: reservationName(slot), equals: reservation.raw }],
    });
  }

  /** Turns the reservation into counted use. */
  async settle(slot: Slot, parts: Spent[]): Promise<void> {
    if (await this.#settle(slot, emptyReservation(slot.agentId), parts)) return;
    const reservation = await this.#find(slot);
    if (reservation !== undefined) await this.#settle(slot, reservation, parts);
  }

  #settle(slot: Slot, reservation: Reservation, parts: Spent[]): Promise<boolean> {
    const counted = parts.flatMap((part) =>
      COUNTER_FIELDS.map((field): [string, number] => [counterName({ ...part, field }), part.counters[field] ?? 0]),
    );
    const more = budgetCost(parts, reservation.perCall) - reservation.nanoUsd;
    return this.#items.write(slot.userId, slot.day, {
      remove: [reservationName(slot)],
      add: { in_flight: -1, [namesOf(slot).usd]: more, ...summed(counted) },
      when: [{ name: reservationName(slot), equals: reservation.raw }],
    });
  }

  /** What the agent has spent on the day, without reservations. */
  async spent(slot: Slot): Promise<number> {
    const item = await this.#items.read(slot.userId, slot.day);
    return Number(item[namesOf(slot).usd] ?? 0) - sumOf(reservationsIn(item, slot.agentId));
  }

  async #find(slot: Slot): Promise<Reservation | undefined> {
    return readReservation((await this.#items.read(slot.userId, slot.day))[reservationName(slot)]);
  }

  /** Raises an existing reservation for a call that may cost more, or that follows a lost one. */
  async #lookCloser(slot: Slot, amount: Amount, limits: DayLimits): Promise<Answer> {
    const item = await this.#items.read(slot.userId, slot.day);
    const { mails, usd } = namesOf(slot);
    const reservation = readReservation(item[reservationName(slot)]);
    if (reservation !== undefined) {
      return (await this.#raise(slot, reservation, raisedReservation(reservation, amount), limits))
        ? "reserved"
        : "agent_daily_budget";
    }
    if (Number(item[mails] ?? 0) >= limits.mails) return "daily_limit";
    const spent = Number(item[usd] ?? 0) - sumOf(reservationsIn(item, slot.agentId));
    const isOver = spent + newReservation(slot.agentId, amount).nanoUsd > (limits.nanoUsd ?? Number.POSITIVE_INFINITY);
    // An amount that others have only reserved may return when their calls are settled.
    return isOver ? "agent_daily_budget" : "busy";
  }

  async #raise(slot: Slot, reservation: Reservation, to: Reservation, limits: DayLimits): Promise<boolean> {
    if (to.raw === reservation.raw) return true;
    const more = to.nanoUsd - reservation.nanoUsd;
    const { usd } = namesOf(slot);
    return this.#items.write(slot.userId, slot.day, {
      set: { [reservationName(slot)]: to.raw },
      add: { [usd]: more },
      when: [{ name: reservationName(slot), equals: reservation.raw }, ...withinLimits(usd, limits, more)],
    });
  }
}

/** Two parts may share a counter, e.g. two calls that one key lost. */
function summed(counted: [string, number][]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, amount] of counted) sums[name] = (sums[name] ?? 0) + amount;
  return sums;
}

function withinLimits(usd: string, { nanoUsd: limit }: DayLimits, more: number) {
  return limit === undefined ? [] : [{ name: usd, atMost: limit - more }];
}

function namesOf({ agentId }: Slot) {
  return {
    /** One agent's mails of this day that were answered or are being answered. */
    mails: `m:${agentId}`,
    /** The agent's spending on this day including reservations, in 1e-9 USD. */
    usd: `d:${agentId}`,
  };
}
