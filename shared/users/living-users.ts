import { LatchkeyError } from "../errors.ts";
import type { VerifyToken } from "../http/token-verifier.ts";
import type { UserStore } from "./user-store.ts";

/**
 * A check of access tokens that also refuses those of an account that is gone or being deleted. The token itself is good
 * for up to 15 minutes longer, and with it somebody could store a key in an account that has none any more.
 */
export function livingUsers(verify: VerifyToken, users: UserStore): VerifyToken {
  return async (token) => {
    const user = await verify(token);
    const row = await users.get(user.id);
    if (row === undefined || row.deleting_at !== undefined) throw new LatchkeyError("unauthorized");
    return user;
  };
}
