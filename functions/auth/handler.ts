import type { Tokens } from "../../shared/accounts/sessions.ts";
import { type ErrorCode, LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import { describeError, log } from "../../shared/log.ts";
import type { Account } from "./accounts.ts";
import { changePassword } from "./change-password.ts";
import type { Deps } from "./deps.ts";
import { accountRow, openSession, userOf } from "./open-session.ts";
import { clearRefreshCookie, readRefreshCookie, setRefreshCookie } from "./refresh-cookie.ts";
import { signUp } from "./sign-up.ts";

type Credentials = { email: string; password: string };

export function authHandlers(deps: Deps): Handlers<"auth"> {
  return {
    signup: async (request) => {
      await deps.admission.admit(request);
      return signUp(request, deps);
    },
    changePassword: (request) => changePassword(request, deps),
    ...sessionHandlers(deps),
    ...codeHandlers(deps),
  };
}

type Only<Name extends keyof Handlers<"auth">> = Pick<Handlers<"auth">, Name>;

function sessionHandlers(deps: Deps): Only<"login" | "refresh" | "logout" | "logoutEverywhere" | "me"> {
  const { accounts, sessions } = deps;
  return {
    login: async (request) => {
      const { body } = request;
      await deps.admission.admit(request);
      const { tokens, account } = await logIn(body, deps);
      if (deps.confirmEmail && !account.emailVerified) {
        await sessions.end(tokens.refresh);
        // A different code would reveal that the address was free when this password was set for it.
        throw new LatchkeyError("invalid_credentials");
      }
      return { status: 200, ...(await openSession(tokens, account, deps)) };
    },

    refresh: async ({ cookies }) => {
      const cookie = readRefreshCookie(cookies);
      const tokens = cookie && (await sessions.refresh(cookie));
      if (!tokens) return { error: new LatchkeyError("unauthorized"), cookies: [clearRefreshCookie()] };
      const body = { token: tokens.access, expires_in: tokens.expiresIn };
      return { status: 200, body, cookies: [setRefreshCookie(tokens.refresh)] };
    },

    // If the session cannot be ended now, the error is returned and the cookie stays, so that a second try can end it.
    logout: async ({ cookies }) => {
      const cookie = readRefreshCookie(cookies);
      if (cookie) await sessions.end(cookie);
      return { status: 204, cookies: [clearRefreshCookie()] };
    },

    logoutEverywhere: async ({ user }) => {
      await accounts.signOutEverywhere(user.username);
      return { status: 204, cookies: [clearRefreshCookie()] };
    },

    me: async ({ user }) => {
      const account = await accounts.get(user.username);
      if (account === undefined) throw new LatchkeyError("unauthorized");
      const row = await userOf(account, deps);
      if (row.deleting_at !== undefined) throw new LatchkeyError("unauthorized");
      return { status: 200, body: accountRow(account, row) };
    },
  };
}

function codeHandlers(deps: Deps): Only<"confirm" | "resend" | "forgotPassword" | "resetPassword"> {
  const { accounts, sessions, codes } = deps;
  return {
    confirm: async (request) => {
      const { body } = request;
      await deps.admission.admit(request);
      const { tokens, account } = await logIn(body, deps).catch(orElse("invalid_code"));
      try {
        await codes.proveEmail(tokens.access, body.code);
      } catch (error) {
        await sessions.end(tokens.refresh);
        throw error;
      }
      return { status: 200, ...(await openSession(tokens, { ...account, emailVerified: true }, deps)) };
    },

    resend: async (request) => {
      await deps.admission.admit(request);
      if (await deps.admission.admitCode(request)) await resendCode(request.body, deps);
      const message = "If e-mail and password are right and the address is not confirmed yet, a code is on its way.";
      return { status: 202, body: { message } };
    },

    forgotPassword: async (request) => {
      await deps.admission.admit(request);
      if (await deps.admission.admitCode(request)) await codes.sendToSetPassword(request.body.email);
      const message = "If this is the confirmed address of an account, a code to set a new password is on its way.";
      return { status: 202, body: { message } };
    },

    resetPassword: async (request) => {
      const { body } = request;
      await deps.admission.admit(request);
      await codes.setPassword(body.email, body.code, body.password);
      // The code is used up and the new password is set. An error here would make the user ask for another code for
      // nothing.
      await accounts.signOutEverywhere(body.email).catch((error) => log("sign_out_failed", describeError(error)));
      await endTokens(body.email, deps).catch((error) => log("tokens_not_ended", describeError(error)));
      return { status: 204 };
    },
  };
}

/** Whoever had the forgotten password may have made API tokens with it. */
async function endTokens(email: string, { accounts, users, now }: Deps): Promise<void> {
  const account = await accounts.get(email);
  if (account !== undefined) await users.endTokens(account.id, now());
}

async function resendCode(credentials: Credentials, deps: Deps): Promise<void> {
  const { sessions, codes } = deps;
  const known = await logIn(credentials, deps).catch((error: unknown) => {
    if (!isWrongPassword(error)) throw error;
  });
  if (known === undefined) return;
  try {
    if (!known.account.emailVerified) await codes.sendToProveEmail(known.tokens.access);
  } finally {
    await sessions.end(known.tokens.refresh);
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof LatchkeyError && error.code === "invalid_credentials";
}

/** Replaces a wrong address or password by `code`, so that a route answers both mistakes alike. */
function orElse(code: ErrorCode) {
  return (error: unknown): never => {
    throw isWrongPassword(error) ? new LatchkeyError(code) : error;
  };
}

async function logIn(credentials: Credentials, deps: Deps): Promise<{ tokens: Tokens; account: Account }> {
  const tokens = await deps.sessions.logIn(credentials);
  const account = await deps.accounts.get(credentials.email);
  // The account was deleted in between.
  if (account === undefined) throw new LatchkeyError("invalid_credentials");
  return { tokens, account };
}
