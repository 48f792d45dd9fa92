import type { Route } from "../route.ts";
import * as usage from "../usage-schemas.ts";

/** The usage of keys. */
export const usageRoutes = {
  getUsage: {
    method: "GET",
    path: "/api/usage",
    fn: "usage",
    token: "access",
    scope: "conversations:read",
    boundTokens: "refused",
    summary:
      "Usage and cost of the user's keys, by day, agent, provider, model or payer; as CSV with `Accept: text/csv`",
    query: usage.usageQuery,
    csv: usage.usageCsv,
    answers: { 200: usage.usageReport },
  },
} as const satisfies Record<string, Route>;
