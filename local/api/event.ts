import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { ACCOUNT } from "../aws/account.ts";
import type { Json } from "../template/template.ts";
import type { TokenClaims } from "./authorizer.ts";

type Parts = {
  request: IncomingMessage;
  body: Buffer;
  routeKey: string;
  parameters: Record<string, string>;
  /** `requestContext.authorizer`. Undefined on a public route. */
  authorizer: Json | undefined;
};

/** API Gateway passes these types on as text, and everything else, including forms, in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml))\b)/i;

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html, format 2.0 */
export function requestEvent({ request, body, routeKey, parameters, authorizer }: Parts) {
  const { pathname, search, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const { cookie, ...headers } = joinedHeaders(request);
  const isBase64Encoded = body.length > 0 && !TEXT.test(headers["content-type"] ?? "");
  const now = new Date();
  return {
    version: "2.0",
    routeKey,
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie && { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(search.length > 1 && { queryStringParameters: joinedQuery(searchParams) }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: "local",
      domainName: headers["host"] ?? "localhost",
      domainPrefix: "local",
      http: {
        method: request.method ?? "GET",
        path: pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "127.0.0.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      ...(authorizer !== undefined && { authorizer }),
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? "base64" : "utf8") }),
    isBase64Encoded,
  };
}

function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headersDistinct).map(([name, values = []]): [string, string] => {
    return [name, values.join(name === "cookie" ? "; " : ",")];
  });
  return Object.fromEntries(entries);
}

function joinedQuery(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key).join(",")]));
}

/** The event of a Lambda authorizer, format 2.0: that of the function, without a body and with the values it is asked about. */
export function authorizerEvent(parts: Omit<Parts, "body" | "authorizer">, identitySource: string[]): Json {
  const event = requestEvent({ ...parts, body: Buffer.alloc(0), authorizer: undefined });
  const method = parts.request.method ?? "GET";
  const { isBase64Encoded: _, ...request } = event;
  return { ...request, type: "REQUEST", routeArn: `${API_ARN}/$default/${method}${request.rawPath}`, identitySource };
}

const API_ARN = `arn:aws:execute-api:us-east-1:${ACCOUNT}:local`;

/** What a function is told by the JWT authorizer. */
export function jwtContext(claims: TokenClaims, scopes: string[]): Json {
  return { jwt: { claims: asStrings(claims), scopes: scopes.length > 0 ? scopes : null } };
}

/** API Gateway passes every claim as a string, and a list as `[a b]`. */
function asStrings(claims: TokenClaims): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(" ")}]` : String(value),
    ]),
  );
}
