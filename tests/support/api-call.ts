import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

export type Call = {
  /** As the gateway matches it: `GET /api/things/{id}`. */
  route: string;
  token?: string | undefined;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** An object is sent as JSON, a string as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  cookies?: string[];
  base64?: boolean;
};

/** The event that the HTTP API makes of a request, payload format 2.0. */
export function apiEvent(call: Call): APIGatewayProxyEventV2 {
  const [method = "", path = ""] = call.route.split(" ");
  const text = typeof call.body === "string" ? call.body : JSON.stringify(call.body);
  return {
    version: "2.0",
    routeKey: call.route,
    rawPath: path,
    rawQueryString: new URLSearchParams(call.query).toString(),
    headers: {
      ...(call.token !== undefined && { authorization: `Bearer ${call.token}` }),
      ...(text !== undefined && { "content-type": "application/json" }),
      ...call.headers,
    },
    ...(call.cookies && { cookies: call.cookies }),
    ...(call.query && { queryStringParameters: call.query }),
    ...(call.params && { pathParameters: call.params }),
    ...(text !== undefined && { body: call.base64 ? Buffer.from(text).toString("base64") : text }),
    isBase64Encoded: call.base64 ?? false,
    requestContext: {
      accountId: "000000000000",
      apiId: "test",
      domainName: "api.example",
      domainPrefix: "api",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: randomUUID(),
      routeKey: call.route,
      stage: "$default",
      time: "23/Nov/2026:12:00:00 +0000",
      timeEpoch: 1_795_435_200_000,
    },
  };
}

export type Answer = {
  status: number;
  headers: Record<string, unknown>;
  cookies: string[];
  bytes: Buffer;
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  json: unknown;
};

/** Calls a function's wrapped handler as Lambda does, and reads its answer as a client does. */
export async function callApi(handler: unknown, call: Call): Promise<Answer> {
  if (typeof handler !== "function") throw new Error("Not a handler");
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded } = await handler(apiEvent(call), {});
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  const text = bytes.toString();
  const isJson = String(headers["content-type"]).endsWith("json");
  return { status: statusCode, headers, cookies, bytes, text, json: isJson ? JSON.parse(text) : undefined };
}
