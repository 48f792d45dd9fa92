import { problemOf } from "../api/problem.ts";
import { request } from "../api/request.ts";

/** Kept only in memory, so that no other script, tab or extension can read it from storage. */
let current: { token: string; renewAt: number } | undefined;
let onEnded: () => void = () => {};

/** Renews the token this long before it expires, so that a slow request still arrives with a valid one. */
const MARGIN_MS = 30_000;

export function keepToken({ token, expires_in }: { token: string; expires_in: number }): void {
  current = { token, renewAt: Date.now() + expires_in * 1_000 - MARGIN_MS };
}

export function dropToken(): void {
  current = undefined;
}

/** Called when the API says that the session is over. */
export function onSessionEnded(listener: () => void): void {
  onEnded = listener;
}

/** The access token, renewed if it is about to expire. Undefined when nobody is logged in. @throws Problem */
export async function getAccessToken(): Promise<string | undefined> {
  if (current === undefined || Date.now() < current.renewAt) return current?.token;
  return renewToken(current.token);
}

/**
 * Trades the refresh cookie for a new token, unless `stale` has been replaced already. Undefined when the session is
 * over.
 * @throws Problem when the API could not be asked; the session may still be valid
 */
export function renewToken(stale?: string): Promise<string | undefined> {
  return oneAtATime(async () => {
    if (current !== undefined && current.token !== stale) return current.token;
    const response = await request("refresh", {});
    if (response.status === 401) {
      dropToken();
      onEnded();
      return undefined;
    }
    if (!response.ok) throw await problemOf(response);
    const renewed: { token: string; expires_in: number } = await response.json();
    keepToken(renewed);
    return renewed.token;
  });
}

/**
 * Runs one refresh at a time across all tabs of the browser. A refresh token works once, so of two tabs that send the
 * same token, the second would lose its session. One after the other, each tab sends the cookie that the tab before it
 * received.
 */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request("latchkey-refresh", work) : work();
}
