import type { Route } from "../route.ts";
import * as tokens from "../token-schemas.ts";

/** API tokens, for programs. */
export const tokenRoutes = {
  createToken: {
    method: "POST",
    path: "/api/tokens",
    fn: "tokens",
    token: "access",
    scope: "tokens:manage",
    boundTokens: "handler",
    repeat: "once",
    summary: "Make an API token; the answer shows it, and nothing shows it again",
    body: tokens.createTokenBody,
    answers: { 201: tokens.newToken },
  },
  listTokens: {
    method: "GET",
    path: "/api/tokens",
    fn: "tokens",
    token: "access",
    scope: "tokens:manage",
    boundTokens: "handler",
    summary: "All API tokens, oldest first, with their last use and their end",
    answers: { 200: tokens.tokenList },
  },
  revokeToken: {
    method: "DELETE",
    path: "/api/tokens/{id}",
    fn: "tokens",
    token: "access",
    scope: "tokens:manage",
    boundTokens: "handler",
    summary: "Revoke an API token at once",
    params: tokens.tokenParams,
    answers: { 204: null },
  },
} as const satisfies Record<string, Route>;
