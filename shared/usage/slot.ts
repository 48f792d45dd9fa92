/** Where one run's reservation is stored: in the day's item, and in the item of that day's month. */
export type Slot = { userId: string; day: string; runId: string; agentId: string };

/** `YYYY-MM-DD`, as in the day's item. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** Sorts after every day in the table, so that no range of days includes it. */
export function monthKey(month: string): string {
  return `month:${month}`;
}

/**
 * The reserved amount in 1e-9 USD: the most that one call may cost, times the number of calls. `calls` is above one
 * after a lost call: that call may have been charged, so it keeps its share while the next one is made.
 */
export type Amount = { perCall: number; calls: number };

/** A reservation as its attribute stores it: for whom, and the total amount. */
export type Reservation = Amount & { who: string; nanoUsd: number; raw: string };

const PREFIX = "r:";

export function reservationName({ runId }: Slot): string {
  return `${PREFIX}${runId}`;
}

export function newReservation(who: string, { perCall, calls }: Amount): Reservation {
  const nanoUsd = perCall * calls;
  const many = nanoUsd > 0 && calls > 1 ? `:${calls}` : "";
  return { who, perCall, calls, nanoUsd, raw: `${who}:${nanoUsd}${many}` };
}

/** A reservation of 0, used where there is no budget. It saves a read of the owner at settlement. */
export function emptyReservation(who: string): Reservation {
  return newReservation(who, { perCall: 0, calls: 1 });
}

/** Enough for the calls that it was made for and for those that are wanted now. */
export function raisedReservation(reservation: Reservation, { perCall, calls }: Amount): Reservation {
  return newReservation(reservation.who, {
    perCall: Math.max(reservation.perCall, perCall),
    calls: Math.max(reservation.calls, calls),
  });
}

/**
 * A reservation from before amounts were stored names only its agent. One of a single call does not name the number of
 * calls.
 */
export function readReservation(raw: unknown): Reservation | undefined {
  if (typeof raw !== "string") return undefined;
  const [who = "", amount = "0", count = "1"] = raw.split(":");
  const [nanoUsd, calls] = [Number(amount), Number(count)];
  return { who, perCall: nanoUsd / calls, calls, nanoUsd, raw };
}

/** The reservations in an item for one agent or one payer. */
export function reservationsIn(item: Record<string, unknown>, who: string): Reservation[] {
  return Object.entries(item).flatMap(([name, raw]) => {
    const reservation = name.startsWith(PREFIX) ? readReservation(raw) : undefined;
    return reservation?.who === who ? [reservation] : [];
  });
}

export function sumOf(reservations: Reservation[]): number {
  return reservations.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0);
}
