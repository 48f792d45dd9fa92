import { heldIn, sumOf } from "../../shared/usage/slot.ts";

/**
 * What of a month's budget is taken, beside what was paid, in USD. A call whose answer was lost may have been charged:
 * where its provider reported nothing, it takes what was reserved for it.
 * @param item the month's item of usage
 */
export function setAside(item: Record<string, unknown>, costUsd: number): { open_usd: number; lost_usd: number } {
  const open = sumOf(heldIn(item, "owner"));
  const lost = Number(item["committed"] ?? 0) - open - Math.round(costUsd * 1e9);
  return { open_usd: open / 1e9, lost_usd: Math.max(lost, 0) / 1e9 };
}
