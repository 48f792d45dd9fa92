import type { ApiFunction } from "./route.ts";
import { accountRoutes } from "./routes/account.ts";
import { addressRoutes, agentRoutes } from "./routes/agents.ts";
import { aiConfigRoutes } from "./routes/ai-config.ts";
import { authRoutes } from "./routes/auth.ts";
import { conversationRoutes } from "./routes/conversations.ts";
import { domainRoutes } from "./routes/domains.ts";
import { mailboxRoutes } from "./routes/mailboxes.ts";
import { mcpRoutes } from "./routes/mcp.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import { tokenRoutes } from "./routes/tokens.ts";
import { usageRoutes } from "./routes/usage.ts";
import { webhookRoutes } from "./routes/webhooks.ts";

/** Every route, in the order in which the description shows them. Each file of routes/ has those of one function. */
export const routes = {
  ...authRoutes,
  ...aiConfigRoutes,
  ...agentRoutes,
  ...mailboxRoutes,
  ...addressRoutes,
  ...conversationRoutes,
  ...domainRoutes,
  ...usageRoutes,
  ...accountRoutes,
  ...tokenRoutes,
  ...webhookRoutes,
  ...openApiRoutes,
  ...mcpRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
/** The routes that one function serves. */
export type RoutesOf<F extends ApiFunction> = { [N in RouteName]: Routes[N]["fn"] extends F ? N : never }[RouteName];
