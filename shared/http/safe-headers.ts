import type middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

type Middleware = middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/**
 * Headers of every answer. The data is personal, so no cache may keep it, and no browser may guess its type. The
 * request id is a header, so that the bodies of two refusals are identical byte for byte.
 */
export function safeHeaders(): Middleware {
  const add: middy.MiddlewareFn<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> = ({ event, response }) => {
    if (!response) return;
    response.headers = {
      ...response.headers,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": event.requestContext.requestId,
    };
  };
  return { after: add, onError: add };
}
