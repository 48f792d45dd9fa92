/** For how long an address that is replaced still works. */
export const KEEPING = [
  { value: "", label: "Goes on without an end" },
  { value: "90", label: "Works for 90 more days" },
  { value: "30", label: "Works for 30 more days" },
  { value: "7", label: "Works for 7 more days" },
  { value: "1", label: "Works for one more day" },
  { value: "0", label: "Ends at once" },
];

/** Null for one that goes on. */
export function daysOf(value: string): number | null {
  return value === "" ? null : Number(value);
}
