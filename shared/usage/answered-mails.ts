import { parseCounterName } from "./counter-name.ts";
import type { UsageItem } from "./usage-report.ts";

/** How many mails one agent answered on the given days, with any key. */
export function answeredMails(days: UsageItem[], agentId: string): number {
  const counts = days.flatMap(({ values }) =>
    Object.entries(values).flatMap(([name, value]) => {
      const counter = parseCounterName(name);
      return counter?.agentId === agentId && counter.field === "mails" && typeof value === "number" ? [value] : [];
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
