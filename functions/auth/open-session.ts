import type { Tokens } from "../../shared/accounts/sessions.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import { describeError, log } from "../../shared/log.ts";
import type { User } from "../../shared/users/user.ts";
import type { Account } from "./accounts.ts";
import type { Deps } from "./deps.ts";
import { setRefreshCookie } from "./refresh-cookie.ts";

type Uses = Pick<Deps, "users" | "jobs" | "now">;

export function accountRow(account: Account, user: User) {
  const { user_id: id, name, created_at } = user;
  // Address and verification come from the same source, so that they always belong together.
  return { id, email: account.email, name, created_at, email_verified: account.emailVerified };
}

/**
 * Returns the user's row, brought into line with the account, or created if it is missing. If a sign-up crashed between
 * the account and the row, the next log-in repairs it. No token is issued before the row exists.
 */
export async function userOf(account: Account, deps: Uses): Promise<User> {
  const { users } = deps;
  const stored = await users.get(account.id);
  if (stored) return inLine(stored, account, deps);
  const { id: user_id, email, name, createdAt } = account;
  const user = { user_id, email, name, created_at: createdAt.toISOString() };
  await users.add(user);
  return inLine(user, account, deps);
}

/**
 * The address may have been verified by our code, by the pool's own call, or by an operator. In each case the row is
 * updated here.
 */
async function inLine(user: User, { email, emailVerified }: Account, { users, jobs, now }: Uses): Promise<User> {
  const known = user.email_verified_at !== undefined;
  if (known === emailVerified && user.email === email) return user;
  const verifiedAt = emailVerified ? now() : undefined;
  await users.setAddress(user.user_id, email, verifiedAt);
  // From now on the platform's key may answer for this user. A failure here must not refuse the log-in: the mails stay
  // held.
  if (!known && emailVerified) {
    await jobs.requeueHeld(user.user_id).catch((error) => log("release_not_sent", describeError(error)));
  }
  return { ...user, email, email_verified_at: verifiedAt?.toISOString() };
}

/**
 * The answer that issues tokens: the access token in the body, the refresh token in a cookie that no script can read.
 * @throws LatchkeyError invalid_credentials for an account that is being deleted, as if it no longer existed
 */
export async function openSession(tokens: Tokens, account: Account, deps: Deps) {
  const row = await userOf(account, deps);
  if (row.deleting_at !== undefined) {
    await deps.sessions.end(tokens.refresh);
    throw new LatchkeyError("invalid_credentials");
  }
  const user = accountRow(account, row);
  return {
    body: { token: tokens.access, expires_in: tokens.expiresIn, user },
    cookies: [setRefreshCookie(tokens.refresh)],
  };
}
