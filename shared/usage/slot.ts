/** Where one run's reservation stands: in the day's item, and in the item of the month that the day is in. */
export type Slot = { userId: string; day: string; runId: string; agentId: string };

/** `YYYY-MM-DD`, as the day's item has it. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** Stands behind every day in the order of the table, so that no range of days takes it in. */
export function monthKey(month: string): string {
  return `month:${month}`;
}

/**
 * What is set aside, in 1e-9 USD: what one call may cost at most, for each of so many calls. More than one: each call of
 * the run whose answer was lost may have been charged, so it keeps its share while the next is made.
 */
export type Amount = { perCall: number; calls: number };

/** A reservation as its attribute holds it: for whom, and how much in all. */
export type Held = Amount & { who: string; nanoUsd: number; raw: string };

const PREFIX = "r:";

export function reservationName({ runId }: Slot): string {
  return `${PREFIX}${runId}`;
}

export function newHeld(who: string, { perCall, calls }: Amount): Held {
  const nanoUsd = perCall * calls;
  const many = nanoUsd > 0 && calls > 1 ? `:${calls}` : "";
  return { who, perCall, calls, nanoUsd, raw: `${who}:${nanoUsd}${many}` };
}

/** As it stands where no budget asks: one read less for its owner at the settling. */
export function heldForNothing(who: string): Held {
  return newHeld(who, { perCall: 0, calls: 1 });
}

/** Enough for the calls that it was made for and for those that are wanted now. */
export function raisedHeld(held: Held, { perCall, calls }: Amount): Held {
  return newHeld(held.who, { perCall: Math.max(held.perCall, perCall), calls: Math.max(held.calls, calls) });
}

/** One from before amounts were kept names its agent only; one of a single call does not name their number. */
export function readHeld(raw: unknown): Held | undefined {
  if (typeof raw !== "string") return undefined;
  const [who = "", amount = "0", count = "1"] = raw.split(":");
  const [nanoUsd, calls] = [Number(amount), Number(count)];
  return { who, perCall: nanoUsd / calls, calls, nanoUsd, raw };
}

/** What stands reserved in an item for one agent, or one payer. */
export function heldIn(item: Record<string, unknown>, who: string): Held[] {
  return Object.entries(item).flatMap(([name, raw]) => {
    const held = name.startsWith(PREFIX) ? readHeld(raw) : undefined;
    return held?.who === who ? [held] : [];
  });
}

export function sumOf(held: Held[]): number {
  return held.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0);
}
