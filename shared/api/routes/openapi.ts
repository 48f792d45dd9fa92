import type { Route } from "../route.ts";

/** The description of the API itself. */
export const openApiRoutes = {
  openapi: {
    method: "GET",
    path: "/api/openapi.json",
    fn: "openapi",
    token: "none",
    summary: "This API as an OpenAPI 3.1 document",
    answers: { 200: "application/json" },
  },
} as const satisfies Record<string, Route>;
