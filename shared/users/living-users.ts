import { LatchkeyError } from "../errors.ts";
import type { VerifyToken } from "../http/token-verifier.ts";
import type { UserStore } from "./user-store.ts";

/**
 * A token check that also refuses tokens of an account that is gone or being deleted. Such a token is valid for up to
 * 15 more minutes, and could store a key in an account that is empty by then.
 */
export function livingUsers(verify: VerifyToken, users: UserStore): VerifyToken {
  return async (token) => {
    const user = await verify(token);
    const row = await users.get(user.id);
    if (row === undefined || row.deleting_at !== undefined) throw new LatchkeyError("unauthorized");
    return user;
  };
}
