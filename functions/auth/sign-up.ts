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
 * Creates an account. If accounts get a token at once, the answer must say that an address is taken. If addresses are
 * verified first, the answer is the same for a free and a taken address, and a stranger learns nothing.
 */
export async function signUp(request: ApiRequest<"signup">, deps: Deps): Promise<ApiAnswer<"signup">> {
  const { body } = request;
  // If the account is useless without the code and the code cannot be mailed, the account is not created. Otherwise the
  // user can ask for a code later.
  if (deps.confirmEmail && !(await deps.admission.admitCode(request))) return MAY_BE_ON_ITS_WAY;
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
  await sendCode(request, tokens, deps);
  if (!deps.confirmEmail) return { status: 201, ...session };
  await deps.sessions.end(tokens.refresh);
  return MAY_BE_ON_ITS_WAY;
}

function isTaken(error: unknown): boolean {
  return error instanceof LatchkeyError && (error.code === "email_taken" || error.code === "conflict");
}

/** A failure to send the code does not undo the account, because the user can ask for another code. */
async function sendCode(request: ApiRequest<"signup">, tokens: Tokens, deps: Deps): Promise<void> {
  try {
    if (!deps.confirmEmail && !(await deps.admission.admitCode(request))) return;
    await deps.codes.sendToProveEmail(tokens.access);
  } catch (error) {
    log("code_not_sent", describeError(error));
  }
}
