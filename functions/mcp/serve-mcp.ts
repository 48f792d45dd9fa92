import {
  type AuthInfo,
  createMcpHandler,
  isLegacyRequest,
  type McpServerFactory,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";

export type Serve = (request: Request, message: object, authInfo: AuthInfo) => Promise<Response>;

/**
 * Answers one message of either era of the protocol with one JSON body: 2026-07-28, whose every request says all that is
 * needed, and the revisions since 2024-10-07, which begin with `initialize`. No session is kept, so any process may answer.
 */
export function serveMcp(factory: McpServerFactory): Serve {
  // No change is ever announced, so nobody may wait for one: the stream would last as long as Lambda lets it.
  const modern = createMcpHandler(factory, { legacy: "reject", maxSubscriptions: 0 });
  return async (request, parsedBody, authInfo) => {
    if (!(await isLegacyRequest(request, parsedBody))) return modern.fetch(request, { parsedBody, authInfo });
    // The SDK's own fallback for these answers with a stream of events, which no gateway passes on before its end.
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = await factory({ era: "legacy", authInfo, requestInfo: request });
    await server.connect(transport);
    try {
      return await transport.handleRequest(request, { parsedBody, authInfo });
    } finally {
      await server.close();
    }
  };
}
