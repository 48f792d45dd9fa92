import { STATUS_CODES } from "node:http";
import type middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { isNamed, LatchkeyError } from "../errors.ts";
import { describeError, log } from "../log.ts";

/** AWS's names for "not now", and the names of a call that got no answer in time. */
const NOT_NOW = [
  "ThrottlingException",
  "Throttling",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "LimitExceededException",
  "TooManyRequestsException",
  "SlowDown",
  "TimeoutError",
];

/** Writes an error as application/problem+json (RFC 9457). Two errors of the same kind have identical bodies. */
export function writeProblem(
  error: LatchkeyError,
  extras: { headers?: Record<string, string>; cookies?: string[] } = {},
): APIGatewayProxyStructuredResultV2 {
  const { status, code, message: detail, fields: errors, retryAfter } = error;
  return {
    statusCode: status,
    headers: {
      ...extras.headers,
      "content-type": "application/problem+json",
      ...challengeOf(error),
      ...(retryAfter !== undefined && { "retry-after": String(Math.ceil(retryAfter)) }),
    },
    cookies: extras.cookies ?? [],
    body: JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status, code, detail, errors }),
  };
}

/** RFC 9110, 11.6.1: a 401 must name an authentication scheme. RFC 6750, 3: what is wrong with a token is named there too. */
function challengeOf({ status, code, message, needs }: LatchkeyError): Record<string, string> {
  if (code === "token_ended") {
    return { "www-authenticate": `Bearer error="invalid_token", error_description="${message}"` };
  }
  if (code === "insufficient_scope" && needs !== undefined) {
    return { "www-authenticate": `Bearer error="insufficient_scope", scope="${needs}"` };
  }
  return status === 401 ? { "www-authenticate": "Bearer" } : {};
}

/** Turns every error into a problem. A foreign error is logged, and its answer says only that something failed. */
export function problemAnswers(): middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    onError: (request) => {
      const error = known(request.error);
      if (error.status >= 500) {
        const { routeKey, requestContext } = request.event;
        const api_request_id = requestContext.requestId;
        log("request_failed", { route: routeKey, api_request_id, ...describeError(error.cause ?? error) });
      }
      request.response = writeProblem(error);
    },
  };
}

function known(error: unknown): LatchkeyError {
  if (error instanceof LatchkeyError) return error;
  return new LatchkeyError(isNamed(error, ...NOT_NOW) ? "unavailable" : "internal", { cause: error });
}
