const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

/** "Dec 29, 2026", in the reader's own form. */
export function dayOf(at: string): string {
  return DAY.format(new Date(at));
}
