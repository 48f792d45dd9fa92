import type { User } from "../../shared/users/user.ts";
import type { Account } from "./accounts.ts";
import type { Deps } from "./deps.ts";
import { setRefreshCookie } from "./refresh-cookie.ts";
import type { Tokens } from "./sessions.ts";

/** The account as the API shows it. */
export function accountRow(account: Account, user: User) {
  const { user_id: id, name, created_at } = user;
  // Address and proof come from the same place, so that the one cannot be shown beside the other's.
  return { id, email: account.email, name, created_at, email_verified: account.emailVerified };
}

/**
 * The user's row, made of the account where it is missing. So a sign-up that died between the account and the row is
 * mended by the next log-in, and no token is given out before there is a row.
 */
export async function userOf(account: Account, deps: Deps): Promise<User> {
  const stored = await deps.users.get(account.id);
  if (stored) return stored;
  const { id: user_id, email, name, createdAt } = account;
  const user = { user_id, email, name, created_at: createdAt.toISOString() };
  await deps.users.add(user);
  return user;
}

/** The answer that hands out tokens: the access token in the body, the refresh token where no script can read it. */
export async function openSession(tokens: Tokens, account: Account, deps: Deps) {
  const user = accountRow(account, await userOf(account, deps));
  return {
    body: { token: tokens.access, expires_in: tokens.expiresIn, user },
    cookies: [setRefreshCookie(tokens.refresh)],
  };
}
