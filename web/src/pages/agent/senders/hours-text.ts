import type { Day, OpenRange as Range } from "../../../../../shared/agents/office-hours.ts";

export const DAYS: { day: Day; label: string }[] = [
  { day: "mon", label: "Monday" },
  { day: "tue", label: "Tuesday" },
  { day: "wed", label: "Wednesday" },
  { day: "thu", label: "Thursday" },
  { day: "fri", label: "Friday" },
  { day: "sat", label: "Saturday" },
  { day: "sun", label: "Sunday" },
];

/** What each day's field holds: `09:00-12:00, 13:00-17:00`, or nothing for a closed day. */
export type Week = Record<Day, string>;

export function writeWeek(ranges: Range[]): Week {
  const textOf = (wanted: Day) =>
    ranges
      .filter(({ day }) => day === wanted)
      .map(({ from, to }) => `${from}-${to}`)
      .join(", ");
  return {
    mon: textOf("mon"),
    tue: textOf("tue"),
    wed: textOf("wed"),
    thu: textOf("thu"),
    fri: textOf("fri"),
    sat: textOf("sat"),
    sun: textOf("sun"),
  };
}

/** Undefined if a part of the text is no time. */
export function readDay(day: Day, text: string): Range[] | undefined {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const ranges = parts.filter((part) => part !== "").map((part) => readRange(day, part));
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

export function readWeek(week: Week): Range[] {
  return DAYS.flatMap(({ day }) => readDay(day, week[day]) ?? []);
}

/** `9-17`, `9:00 - 17:30`, `9.00 to 17.00` and `09:00–17:00` are all understood. */
function readRange(day: Day, part: string): Range | undefined {
  const [from, to, ...more] = part.split(/\s*(?:-|–|—|to|until)\s*/).map((time) => readTime(time));
  return from === undefined || to === undefined || more.length > 0 || from === "24:00" ? undefined : { day, from, to };
}

function readTime(text: string): string | undefined {
  const [, hours = "", minutes = "00"] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  const isTime = hours !== "" && Number(minutes) < 60 && (Number(hours) < 24 || (hours === "24" && minutes === "00"));
  return isTime ? `${hours.padStart(2, "0")}:${minutes}` : undefined;
}
