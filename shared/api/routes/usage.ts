import type { Route } from "../route.ts";
import * as usage from "../usage-schemas.ts";

/** What keys were used for. */
export const usageRoutes = {
  getUsage: {
    method: "GET",
    path: "/api/usage",
    fn: "usage",
    token: "access",
    scope: "conversations:read",
    boundTokens: "refused",
    summary:
      "What the user's keys were used for, by day, agent, provider, model or payer; as CSV where that is accepted",
    query: usage.usageQuery,
    csv: usage.usageCsv,
    answers: { 200: usage.usageReport },
  },
} as const satisfies Record<string, Route>;
