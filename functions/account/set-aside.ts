import { reservationsIn, sumOf } from "../../shared/usage/slot.ts";

/**
 * The part of a month's budget that open reservations and lost calls take, beside what was paid, in USD. A call whose
 * answer was lost may have been charged. If its provider reported nothing, it counts with the amount that was reserved
 * for it.
 * @param item the month's item of usage
 */
export function setAside(item: Record<string, unknown>, costUsd: number): { open_usd: number; lost_usd: number } {
  const open = sumOf(reservationsIn(item, "owner"));
  const lost = Number(item["committed"] ?? 0) - open - Math.round(costUsd * 1e9);
  return { open_usd: open / 1e9, lost_usd: Math.max(lost, 0) / 1e9 };
}
