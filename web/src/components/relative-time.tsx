import { useEffect, useState } from "react";

const WORDS = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "long" });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60],
  ["hour", 3_600],
  ["day", 86_400],
];

/** "3 minutes ago", with the full time in the title. From a week on it shows the date. */
export function RelativeTime({ at }: { at: string }) {
  const now = useMinute();
  const date = new Date(at);
  return (
    <time dateTime={at} title={WHOLE.format(date)}>
      {ago(date, now)}
    </time>
  );
}

function ago(date: Date, now: number): string {
  const seconds = (date.getTime() - now) / 1_000;
  const size = Math.abs(seconds);
  if (size < 60) return "just now";
  if (size > 7 * 86_400) return DAY.format(date);
  const [unit, length] = STEPS.findLast(([, length]) => size >= length) ?? ["minute", 60];
  return WORDS.format(Math.round(seconds / length), unit);
}

/** The current time, updated every minute. */
function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
