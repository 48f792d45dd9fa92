import type { Tokens } from "../../shared/accounts/sessions.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { ApiAnswer, ApiRequest } from "../../shared/http/handlers.ts";
import { describeError, log } from "../../shared/log.ts";
import type { Deps } from "./deps.ts";
import { openSession } from "./open-session.ts";

const MAY_BE_ON_ITS_WAY = {
  status: 202,
  body: { message: "If the address can have a new account, a code to confirm it is on its way." },
} as const;

/**
 * Makes an account. Where an account gets its token at once, an e-mail that has one already must be refused aloud; where
 * the address is confirmed first, the answer is the same for both, and a stranger learns nothing.
 */
export async function signUp({ body }: ApiRequest<"signup">, deps: Deps): Promise<ApiAnswer<"signup">> {
  try {
    const isUsed = async (id: string) => (await deps.users.get(id)) !== undefined;
    await deps.accounts.create(body, isUsed, deps.now());
  } catch (error) {
    if (deps.confirmEmail && isTaken(error)) return MAY_BE_ON_ITS_WAY;
    throw error;
  }
  const tokens = await deps.sessions.logIn(body);
  const account = await deps.accounts.get(body.email);
  if (account === undefined) throw new LatchkeyError("conflict");
  const session = await openSession(tokens, account, deps);
  await sendCode(tokens, deps);
  if (!deps.confirmEmail) return { status: 201, ...session };
  await deps.sessions.end(tokens.refresh);
  return MAY_BE_ON_ITS_WAY;
}

function isTaken(error: unknown): boolean {
  return error instanceof LatchkeyError && (error.code === "email_taken" || error.code === "conflict");
}

/** A code that cannot be sent now is no reason to undo the account: another one can be asked for. */
async function sendCode(tokens: Tokens, deps: Deps): Promise<void> {
  try {
    await deps.codes.sendToProveEmail(tokens.access);
  } catch (error) {
    log("code_not_sent", describeError(error));
  }
}
