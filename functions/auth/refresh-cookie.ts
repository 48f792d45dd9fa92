import { REFRESH_COOKIE as NAME } from "../../shared/api/auth-schemas.ts";

/**
 * No script can read the cookie, no other site can make a browser send it, and only the auth routes receive it.
 * https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#cookies
 */
const ATTRIBUTES = "Path=/api/auth; HttpOnly; Secure; SameSite=Strict";

/** The lifetime of a refresh token: refreshTokenValidity in infra/accounts.ts. */
const MAX_AGE_SECONDS = 7 * 24 * 60 * 60;

export function setRefreshCookie(token: string): string {
  return `${NAME}=${token}; ${ATTRIBUTES}; Max-Age=${MAX_AGE_SECONDS}`;
}

export function clearRefreshCookie(): string {
  return `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;
}

/**
 * The refresh token in the request's cookies. Undefined when there is none, or none that could be one. Two cookies of
 * the name are refused: a sibling subdomain can set one for a longer path, and browsers send that one first.
 */
export function readRefreshCookie(cookies: string[]): string | undefined {
  const prefix = `${NAME}=`;
  const [value, second] = cookies
    .filter((cookie) => cookie.startsWith(prefix))
    .map((cookie) => cookie.slice(prefix.length));
  return value !== undefined && second === undefined && /^[\w.~+/=-]+$/.test(value) ? value : undefined;
}
