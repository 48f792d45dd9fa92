import type * as z from "zod/mini";
import type { reminderAnswer } from "../../shared/api/reminder-schemas.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { ApiAnswer, ApiRequest } from "../../shared/http/handlers.ts";
import { isStopped } from "../../shared/reminders/reminder-row.ts";
import type { ReminderStore } from "../../shared/reminders/reminder-store.ts";
import type { ReminderSettings } from "../../shared/reminders/settings.ts";
import { isSameSecret, readUnsubscribeToken } from "../../shared/reminders/unsubscribe-token.ts";
import type { User } from "../../shared/users/user.ts";
import type { UserStore } from "../../shared/users/user-store.ts";
import { askPage, endedPage, PAGE_HEADERS } from "./unsubscribe-page.ts";

export type Reminds = { users: UserStore; reminders: Pick<ReminderStore, "get">; now: () => Date };

/** What holds for an owner who has chosen nothing. */
const NEVER: ReminderSettings = { when: "off", hour: 8, time_zone: "UTC", with_senders: false, saved_at: "" };

export async function getReminders(
  { user }: ApiRequest<"getReminders">,
  deps: Reminds,
): Promise<ApiAnswer<"getReminders">> {
  return { status: 200, body: await remindersOf(requireUser(await deps.users.get(user.id)), deps) };
}

/** Saving the settings, changed or not, also starts what a bounce has stopped. */
export async function patchReminders(
  { user, body }: ApiRequest<"patchReminders">,
  deps: Reminds,
): Promise<ApiAnswer<"patchReminders">> {
  const before = requireUser(await deps.users.get(user.id)).reminders ?? NEVER;
  const reminders: ReminderSettings = {
    when: body.when ?? before.when,
    hour: body.hour ?? before.hour,
    time_zone: body.timeZone ?? before.time_zone,
    with_senders: body.withSenders ?? before.with_senders,
    saved_at: deps.now().toISOString(),
  };
  const row = requireUser(await deps.users.patch(user.id, { reminders }));
  return { status: 200, body: await remindersOf(row, deps) };
}

/** The settings as their owner sees them, and why no mail comes although some are wanted. */
export async function remindersOf(user: User, { reminders }: Reminds): Promise<z.infer<typeof reminderAnswer>> {
  const { saved_at, ...settings } = user.reminders ?? NEVER;
  const row = await reminders.get(user.user_id);
  const stopped = isStopped(row, { email: user.email, saved_at }) ? (row.stopped ?? null) : null;
  return {
    ...settings,
    address: user.email,
    address_confirmed: user.email_verified_at !== undefined,
    stopped,
    last_sent_at: row.sent_at ?? null,
  };
}

/** Programs that look at every link in a mail get a page that asks, and end nothing. */
export async function askUnsubscribe(): Promise<ApiAnswer<"askUnsubscribe">> {
  return { status: 200, headers: PAGE_HEADERS, body: askPage() };
}

/**
 * Ends an owner's reminders in one click (RFC 8058), without a session. The token may come from any of their mails, and
 * be used again. A wrong one is answered like that of an account which is gone.
 */
export async function unsubscribe(
  { params }: ApiRequest<"unsubscribe">,
  { users, reminders, now }: Reminds,
): Promise<ApiAnswer<"unsubscribe">> {
  const token = readUnsubscribeToken(params.token);
  const secret = token && (await reminders.get(token.user_id)).secret;
  if (token === undefined || secret === undefined || !isSameSecret(secret, token.secret)) {
    throw new LatchkeyError("not_found");
  }
  const user = await users.get(token.user_id);
  if (user === undefined || user.deleting_at !== undefined) throw new LatchkeyError("not_found");
  const settings = user.reminders ?? NEVER;
  if (settings.when !== "off") {
    await users.patch(token.user_id, { reminders: { ...settings, when: "off", saved_at: now().toISOString() } });
  }
  return { status: 200, headers: PAGE_HEADERS, body: endedPage() };
}

/** The account may have been deleted since the token was checked. */
function requireUser(user: User | undefined): User {
  if (user === undefined) throw new LatchkeyError("unauthorized");
  return user;
}
