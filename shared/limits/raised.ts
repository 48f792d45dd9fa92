/** True if a limit allows more than before. Null and undefined mean no limit. */
export function isLimitRaised(before: number | null | undefined, now: number | null | undefined): boolean {
  return (now ?? Number.POSITIVE_INFINITY) > (before ?? Number.POSITIVE_INFINITY);
}
