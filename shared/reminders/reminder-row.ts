import * as z from "zod/mini";

/** Why no mail goes to an address any more, until its owner says so or has another address. */
export const stopped = z.object({ reason: z.enum(["bounced", "complained"]), at: z.string(), address: z.string() });
export type Stopped = z.infer<typeof stopped>;

/** What is known of an owner's reminders. Only the notifier writes it. */
export const reminderRow = z.object({
  user_id: z.string(),
  /** Set while something new waits: when the owner is told, and by which settings (`planOf`). */
  due_at: z.optional(z.string()),
  plan: z.optional(z.string()),
  /** When the last mail went out. */
  sent_at: z.optional(z.string()),
  /** The part of the unsubscribe link that nobody can guess. It stays, so that the links of older mails work. */
  secret: z.optional(z.string()),
  stopped: z.optional(stopped),
});
export type ReminderRow = z.infer<typeof reminderRow>;

/** True while a bounce or complaint of this address keeps mails back. */
export function isStopped(
  { stopped: stop }: Pick<ReminderRow, "stopped">,
  { email, saved_at }: { email: string; saved_at: string },
): boolean {
  return stop !== undefined && stop.address === email.toLowerCase() && stop.at > saved_at;
}
