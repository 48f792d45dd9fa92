/** True when a limit lets more through than before; null or undefined is none. */
export function isLimitRaised(before: number | null | undefined, now: number | null | undefined): boolean {
  return (now ?? Number.POSITIVE_INFINITY) > (before ?? Number.POSITIVE_INFINITY);
}
