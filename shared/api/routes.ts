import type { ApiFunction, Route } from "./route.ts";
import { accountRoutes } from "./routes/account.ts";
import { agentRoutes } from "./routes/agents.ts";
import { aiConfigRoutes } from "./routes/ai-config.ts";
import { authRoutes } from "./routes/auth.ts";
import { conversationRoutes } from "./routes/conversations.ts";
import { usageRoutes } from "./routes/usage.ts";

/** The description of the API itself. */
const openApiRoutes = {
  openapi: {
    method: "GET",
    path: "/api/openapi.json",
    fn: "openapi",
    token: "none",
    summary: "This API as an OpenAPI 3.1 document",
    answers: { 200: "application/json" },
  },
} as const satisfies Record<string, Route>;

/** Every route, in the order in which the description shows them. Each file of routes/ has those of one function. */
export const routes = {
  ...authRoutes,
  ...aiConfigRoutes,
  ...agentRoutes,
  ...conversationRoutes,
  ...usageRoutes,
  ...accountRoutes,
  ...openApiRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
/** The routes that one function serves. */
export type RoutesOf<F extends ApiFunction> = { [N in RouteName]: Routes[N]["fn"] extends F ? N : never }[RouteName];
