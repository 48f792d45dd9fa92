import { type ComponentType, lazy, type ReactNode } from "react";
import type { User } from "./session/session.ts";

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

function page(path: string, load: Load<object>) {
  return { path, load, Page: lazy(load) };
}

/** Every page of the app, loaded when it is first opened. `paths.ts` makes links to them. */
export const AFTER_LOGIN = [
  page("/", () => import("./pages/home/home.tsx")),
  page("/keys", () => import("./pages/keys/keys.tsx")),
  page("/agents", () => import("./pages/agents/agents.tsx")),
  page("/agents/:id", () => import("./pages/agent/agent.tsx")),
  page("/conversations/:id?", () => import("./pages/conversations/conversations.tsx")),
  page("/domains", () => import("./pages/domains/domains.tsx")),
  page("/domains/:domain", () => import("./pages/domains/domain.tsx")),
  page("/usage", () => import("./pages/usage/usage.tsx")),
  page("/tokens", () => import("./pages/tokens/tokens.tsx")),
  page("/account", () => import("./pages/account/account.tsx")),
  page("/machine", () => import("./pages/machine/machine.tsx")),
];

export const BEFORE_LOGIN = [
  page("/login", () => import("./pages/log-in/log-in.tsx")),
  page("/signup", () => import("./pages/sign-up/sign-up.tsx")),
  page("/confirm", () => import("./pages/confirm/confirm.tsx")),
  page("/forgot-password", () => import("./pages/forgot-password/forgot-password.tsx")),
  // On one machine the codes are in its outbox, and a user who needs one is not logged in yet.
  page("/machine", () => import("./pages/machine/machine.tsx")),
  page("/reset-password", () => import("./pages/reset-password/reset-password.tsx")),
];

export const NotFound = lazy(() => import("./pages/not-found/not-found.tsx"));

const loadAuthLayout: Load<{ children: ReactNode }> = () => import("./layout/auth-layout.tsx");
const loadShell: Load<{ user: User; children: ReactNode }> = () => import("./layout/shell.tsx");

export const AuthLayout = lazy(loadAuthLayout);
export const Shell = lazy(loadShell);

/**
 * Loads an address's page and its frame at the same time. Otherwise the page would be requested only after the frame
 * had arrived.
 */
export function preload(path: string, isIn: boolean): void {
  const pages = isIn ? AFTER_LOGIN : BEFORE_LOGIN;
  const wanted = pages.find((each) => patternOf(each.path).test(path)) ?? pages[0];
  // A failure here is ignored: rendering requests the same part again and reports the error.
  for (const load of [isIn ? loadShell : loadAuthLayout, wanted?.load]) load?.().catch(() => {});
}

/** The pattern of a path such as `/conversations/:id?`. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\/:\w+\?/, "(?:/[^/]+)?").replace(/:\w+/, "[^/]+")}$`);
}
