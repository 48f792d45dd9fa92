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

/** A reservation as its attribute holds it: for whom, and what the call may cost at most. */
export type Held = { who: string; nanoUsd: number; raw: string };

const PREFIX = "r:";

export function reservationName({ runId }: Slot): string {
  return `${PREFIX}${runId}`;
}

export function newHeld(who: string, nanoUsd: number): Held {
  return { who, nanoUsd, raw: `${who}:${nanoUsd}` };
}

/** One from before amounts were kept names its agent only. */
export function readHeld(raw: unknown): Held | undefined {
  if (typeof raw !== "string") return undefined;
  const [who = "", nanoUsd = "0"] = raw.split(":");
  return { who, nanoUsd: Number(nanoUsd), raw };
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
