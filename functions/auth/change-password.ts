import { LatchkeyError } from "../../shared/errors.ts";
import type { ApiAnswer, ApiRequest } from "../../shared/http/handlers.ts";
import type { Deps } from "./deps.ts";
import { setRefreshCookie } from "./refresh-cookie.ts";

/**
 * Sets a new password for a caller who knows the old one. An access token alone could be stolen, so it is not enough.
 * All sessions end, and only the caller gets a new one.
 */
export async function changePassword(
  { user, body }: ApiRequest<"changePassword">,
  { accounts, sessions }: Deps,
): Promise<ApiAnswer<"changePassword">> {
  const { username } = user;
  await sessions.provePassword(username, body.password);
  await accounts.setPassword(username, body.newPassword);
  await accounts.signOutEverywhere(username).catch((cause: unknown) => {
    const detail = "The password is changed, but the other sessions could not be ended. Log out everywhere.";
    throw new LatchkeyError("unavailable", { detail, cause });
  });
  const { refresh } = await sessions.logIn({ email: username, password: body.newPassword });
  return { status: 204, cookies: [setRefreshCookie(refresh)] };
}
