import { lazy } from "react";

/** Every page of the app, loaded when it is first opened. `paths.ts` makes links to them. */
export const AFTER_LOGIN = [
  { path: "/", Page: lazy(() => import("./pages/home/home.tsx")) },
  { path: "/keys", Page: lazy(() => import("./pages/keys/keys.tsx")) },
  { path: "/agents", Page: lazy(() => import("./pages/agents/agents.tsx")) },
  { path: "/agents/:id", Page: lazy(() => import("./pages/agent/agent.tsx")) },
  { path: "/conversations/:id?", Page: lazy(() => import("./pages/conversations/conversations.tsx")) },
  { path: "/usage", Page: lazy(() => import("./pages/usage/usage.tsx")) },
  { path: "/account", Page: lazy(() => import("./pages/account/account.tsx")) },
  { path: "/machine", Page: lazy(() => import("./pages/machine/machine.tsx")) },
];

export const BEFORE_LOGIN = [
  { path: "/login", Page: lazy(() => import("./pages/log-in/log-in.tsx")) },
  { path: "/signup", Page: lazy(() => import("./pages/sign-up/sign-up.tsx")) },
  { path: "/confirm", Page: lazy(() => import("./pages/confirm/confirm.tsx")) },
  { path: "/forgot-password", Page: lazy(() => import("./pages/forgot-password/forgot-password.tsx")) },
  // On one machine the codes are in its outbox, and who needs one is not logged in yet.
  { path: "/machine", Page: lazy(() => import("./pages/machine/machine.tsx")) },
  { path: "/reset-password", Page: lazy(() => import("./pages/reset-password/reset-password.tsx")) },
];

export const NotFound = lazy(() => import("./pages/not-found/not-found.tsx"));
