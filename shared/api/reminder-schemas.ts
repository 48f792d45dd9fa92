import * as z from "zod/mini";
import { stopped } from "../reminders/reminder-row.ts";
import { REMINDED } from "../reminders/settings.ts";
import { hourOfDay, timeZone } from "./time-fields.ts";

/** Saving also starts again what a bounce or a complaint has stopped. */
export const patchRemindersBody = z.strictObject({
  /** How often a mail says what waits; `at_once` at most every ten minutes. */
  when: z.optional(z.enum(REMINDED)),
  /** For `daily`, by the clock of `timeZone`. */
  hour: z.optional(hourOfDay),
  timeZone: z.optional(timeZone),
  /** Whether the mail shows who wrote and with which subject. Without it there are only numbers. */
  withSenders: z.optional(z.boolean()),
});

export const reminderAnswer = z.object({
  when: z.enum(REMINDED),
  hour: z.number(),
  time_zone: z.string(),
  with_senders: z.boolean(),
  /** Where the mails go, once it is confirmed. */
  address: z.string(),
  address_confirmed: z.boolean(),
  /** Set after a mail bounced or was called spam: none is sent until the settings are saved or the address is another. */
  stopped: z.nullable(stopped),
  last_sent_at: z.nullable(z.string()),
});

/** As it stands in the mail. */
export const unsubscribeParams = z.strictObject({ token: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/)) });
