import { mcpMessage, mcpRefusal } from "../mcp-schemas.ts";
import type { Route } from "../route.ts";

/**
 * The Model Context Protocol over streamable HTTP. Its function answers without a session or a stream, so the two methods that
 * the protocol has for those are refused as it wants them refused.
 */
export const mcpRoutes = {
  callMcp: {
    method: "POST",
    path: "/api/mcp",
    fn: "mcp",
    token: "access",
    scope: "any",
    boundTokens: "handler",
    // A tool that decides is bound to what was read, and has no effect a second time.
    repeat: "free",
    summary: "One message of the Model Context Protocol, for assistants; 202 for one that has no answer",
    body: mcpMessage,
    answers: { 200: "application/json", 202: null },
  },
  streamMcp: {
    method: "GET",
    path: "/api/mcp",
    fn: "mcp",
    token: "access",
    scope: "any",
    boundTokens: "handler",
    summary: "Always 405: there is no stream of the server's own messages",
    answers: { 405: mcpRefusal },
  },
  endMcp: {
    method: "DELETE",
    path: "/api/mcp",
    fn: "mcp",
    token: "access",
    scope: "any",
    boundTokens: "handler",
    summary: "Always 405: there is no session to end",
    answers: { 405: mcpRefusal },
  },
} as const satisfies Record<string, Route>;
