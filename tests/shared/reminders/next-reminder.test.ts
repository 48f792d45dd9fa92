import { expect, test } from "vitest";
import { nextReminder, planOf } from "../../../shared/reminders/next-reminder.ts";
import type { ReminderSettings } from "../../../shared/reminders/settings.ts";

const NOW = new Date("2026-11-23T12:20:30.000Z");

function settings(changes: Partial<ReminderSettings>): ReminderSettings {
  return { when: "daily", hour: 8, time_zone: "Europe/Berlin", with_senders: false, saved_at: "", ...changes };
}
const next = (changes: Partial<ReminderSettings>, sentAt?: string) =>
  nextReminder(settings(changes), sentAt, NOW)?.toISOString();

test.each([
  ["off", {}, undefined, undefined],
  ["at once, the first", { when: "at_once" }, undefined, "2026-11-23T12:20:30.000Z"],
  ["at once, after an hour", { when: "at_once" }, "2026-11-23T11:00:00.000Z", "2026-11-23T12:20:30.000Z"],
  ["at once, after a minute", { when: "at_once" }, "2026-11-23T12:19:30.000Z", "2026-11-23T12:29:30.000Z"],
  ["hourly", { when: "hourly" }, undefined, "2026-11-23T13:00:00.000Z"],
  ["daily", { when: "daily" }, undefined, "2026-11-24T07:00:00.000Z"],
  ["daily in the evening", { when: "daily", hour: 18 }, undefined, "2026-11-23T17:00:00.000Z"],
] as const)("%s", (name, changes, sentAt, expected) => {
  expect(next(name === "off" ? { when: "off" } : changes, sentAt)).toBe(expected);
});

test("a plan has another name where the time would be another", () => {
  const plans = [{ when: "hourly" }, { when: "at_once" }, {}, { hour: 9 }, { time_zone: "UTC" }] as const;
  expect(new Set(plans.map((changes) => planOf(settings(changes)))).size).toBe(plans.length);
  expect(planOf(settings({ with_senders: true }))).toBe(planOf(settings({})));
});
