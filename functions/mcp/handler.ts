import middy from "@middy/core";
import type { AuthInfo, McpRequestContext, Server } from "@modelcontextprotocol/server";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Latchkey } from "../../packages/client/src/index.ts";
import { mcpServer } from "../../packages/mcp/src/mcp-server.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import { refuseTokenInUrl } from "../../shared/http/admit.ts";
import { bearerToken } from "../../shared/http/bearer-token.ts";
import { problemAnswers } from "../../shared/http/problem.ts";
import { safeHeaders } from "../../shared/http/safe-headers.ts";
import { log } from "../../shared/log.ts";
import { identityOf } from "../../shared/tokens/identity.ts";
import { readMessage } from "./read-message.ts";
import { McpRefusal } from "./refusal.ts";
import { serveMcp } from "./serve-mcp.ts";
import { gatewayAnswer, webRequest } from "./web-request.ts";

export type Deps = {
  /** The API as the holder of a token calls it. */
  apiOf: (token: string) => Latchkey;
  allowedOrigins: readonly string[];
};

/**
 * `/api/mcp`. The function has no right and opens no row: each tool calls the API with the caller's own token, which is
 * checked there as for every other client (docs/decisions/0065).
 */
export function mcpHandler({ apiOf, allowedOrigins }: Deps) {
  const serve = serveMcp(({ authInfo }: McpRequestContext): Server => {
    if (authInfo === undefined) throw new Error("A server is made for a caller with a token");
    return mcpServer(apiOf(authInfo.token), record);
  });
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(safeHeaders())
    .use(problemAnswers())
    .handler(async (event) => gatewayAnswer(await answer(event)));

  async function answer(event: APIGatewayProxyEventV2): Promise<Response> {
    try {
      refuseTokenInUrl(event);
      const caller = callerOf(event);
      const message = readMessage(event, allowedOrigins);
      return await serve(webRequest(event), message, caller);
    } catch (error) {
      if (error instanceof McpRefusal) return error.response;
      throw error;
    }
  }
}

/** An assistant is told of a failure in an answer with status 200, so the alarm for 5xx would not see it. */
function record({ tool, code }: { tool: string; code?: string | undefined }): void {
  log("mcp_called", { tool, code });
  if (code === "offline" || code === "internal") log("request_failed", { route: "POST /api/mcp", error: code });
}

/**
 * Whoever the authorizer knows. Whether the token is still good, and what for, the API says at each call.
 * @throws LatchkeyError `unauthorized`
 */
function callerOf(event: APIGatewayProxyEventV2): AuthInfo {
  if (identityOf(event)?.kind === "unknown") throw new LatchkeyError("unauthorized");
  return { token: bearerToken(event), clientId: "", scopes: [] };
}
