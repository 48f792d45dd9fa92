/** The UTC day of a provider's date or time, `2027-01-14`; undefined for anything else. */
export function readDay(time: string | null | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(time ?? "")?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}
