import { LatchkeyError } from "../../shared/errors.ts";
import type { ApiAnswer, ApiRequest } from "../../shared/http/handlers.ts";
import { describeError, log } from "../../shared/log.ts";
import type { Deps } from "./deps.ts";

/** Longer than this function may run. After this time the call has either marked the account or never will. */
const AFTERWARDS_SECONDS = 60;

const ON_ITS_WAY = {
  status: 202,
  body: { message: "The keys are deleted. Everything else of the account follows within minutes." },
} as const;

/**
 * Deletes an account. After the mark, nothing stops the deletion. The job is sent before the mark is written, and it is
 * delayed until this call has surely ended. If it finds the mark, it completes whatever is missing; if not, it does
 * nothing.
 */
export async function deleteAccount(
  { user, body }: ApiRequest<"deleteAccount">,
  { users, configs, sessions, accounts, deletions, now }: Deps,
): Promise<ApiAnswer<"deleteAccount">> {
  const { id, username } = user;
  await sessions.provePassword(username, body.password);
  await deletions.send({ user_id: id }, AFTERWARDS_SECONDS);
  if (!(await users.markDeleting(id, now()))) throw new LatchkeyError("unauthorized");
  const keys = await configs.list(id);
  await Promise.all(keys.map(({ provider }) => configs.remove(id, provider)));
  const rest = [accounts.signOutEverywhere(username), deletions.send({ user_id: id }, 0)];
  for (const { status, ...result } of await Promise.allSettled(rest)) {
    if ("reason" in result) log("deletion_delayed", { user_id: id, ...describeError(result.reason) });
  }
  return ON_ITS_WAY;
}
