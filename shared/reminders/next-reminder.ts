import { nextSummaryAt } from "../agents/summary-time.ts";
import type { ReminderSettings } from "./settings.ts";

/** Mails `at_once` are at least so far apart. What waits in between goes into the next one. */
const AT_ONCE_MS = 10 * 60_000;
const HOUR_MS = 60 * 60_000;

/**
 * When the next mail may go out. Undefined if the owner wants none.
 * @param sentAt when the last one did
 */
export function nextReminder(
  { when, hour, time_zone }: ReminderSettings,
  sentAt: string | undefined,
  now: Date,
): Date | undefined {
  switch (when) {
    case "off":
      return undefined;
    case "at_once":
      return new Date(Math.max(now.getTime(), sentAt === undefined ? 0 : Date.parse(sentAt) + AT_ONCE_MS));
    case "hourly":
      return new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS + HOUR_MS);
    case "daily":
      return nextSummaryAt(now, { summary_hour: hour, time_zone });
  }
}

/** Names the settings that a time was chosen by: after a change of them, the time is chosen anew. */
export function planOf({ when, hour, time_zone }: ReminderSettings): string {
  return when === "daily" ? `daily:${hour}:${time_zone}` : when;
}
