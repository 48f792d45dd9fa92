import * as z from "zod/mini";

/** How often an owner is told by mail that something waits. */
export const REMINDED = ["off", "at_once", "hourly", "daily"] as const;

/** A part of the user's row. Whoever has chosen nothing gets no such mail. */
export const reminderSettings = z.object({
  when: z.enum(REMINDED),
  /** For `daily`: the hour of the day, by the clock of the zone. */
  hour: z.number(),
  time_zone: z.string(),
  /** Whether the mail says who wrote and with which subject. */
  with_senders: z.boolean(),
  /** A stop after a bounce or a complaint ends when the owner saves the settings anew. */
  saved_at: z.string(),
});
export type ReminderSettings = z.infer<typeof reminderSettings>;
