import { useSyncExternalStore } from "react";
import { call } from "../api/call.ts";
import { asProblem, type Problem } from "../api/problem.ts";
import { queryClient } from "../api/query-client.ts";
import type { Answer } from "../api/types.ts";
import { onOtherTabs, tellOtherTabs } from "./other-tabs.ts";
import { dropToken, keepToken, onSessionEnded, renewToken } from "./tokens.ts";

export type User = Answer<"me">;

export type Session =
  | { status: "starting" }
  | { status: "in"; user: User }
  /** True if the session ended without the user's log-out. */
  | { status: "out"; ended: boolean }
  | { status: "unreachable"; problem: Problem };

/**
 * Marks that this browser may have a session, and stores nothing else. A first-time visitor then needs no refresh
 * request.
 */
const HINT = "latchkey.signed-in";

let session: Session = { status: "starting" };
const listeners = new Set<() => void>();

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether there may be a session to resume. */
export function mayHaveSession(): boolean {
  return localStorage.getItem(HINT) !== null;
}

/** Resumes the session of the refresh cookie, if there is one. Called once, and again after a lost connection. */
export async function startSession(): Promise<void> {
  if (!mayHaveSession()) return become({ status: "out", ended: false });
  become({ status: "starting" });
  try {
    const token = await renewToken();
    if (token !== undefined) become({ status: "in", user: await call("me", {}) });
  } catch (error) {
    const problem = asProblem(error);
    if (problem.status === 401) return leave({ ended: true });
    become({ status: "unreachable", problem });
  }
}

/** Called after sign-up, log-in or confirmation. */
export function adoptSession({ token, expires_in, user }: { token: string; expires_in: number; user: User }): void {
  keepToken({ token, expires_in });
  queryClient.clear();
  localStorage.setItem(HINT, "1");
  become({ status: "in", user });
  tellOtherTabs({ kind: "in", user: user.id });
}

/** Applies a change that the account page made to the user. */
export function changeUser(changes: Partial<Pick<User, "name" | "email_verified">>): void {
  if (session.status === "in") become({ status: "in", user: { ...session.user, ...changes } });
}

/**
 * Ends the session here, in the browser's other tabs, and at the API. @throws Problem when the API could not be reached
 */
export async function logOut(): Promise<void> {
  await call("logout", {});
  endSessionHere();
}

/** Called after the API has ended the session: log-out everywhere, or a deleted account. */
export function endSessionHere(): void {
  leave({ ended: false });
  tellOtherTabs({ kind: "out" });
}

function leave({ ended }: { ended: boolean }): void {
  dropToken();
  queryClient.clear();
  localStorage.removeItem(HINT);
  become({ status: "out", ended });
}

onSessionEnded(() => leave({ ended: true }));

onOtherTabs((message) => {
  const mine = session.status === "in" ? session.user.id : undefined;
  if (message.kind === "out") return mine === undefined ? undefined : leave({ ended: false });
  // The cookie now belongs to another user, or this tab had no session. The app restarts so that no page mixes two
  // users.
  if (message.user !== mine) location.assign("/");
});
