import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import * as z from "zod";
import { writeJson } from "../http/write-json.ts";
import type { Json } from "../template/template.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const answer = z.object({
  statusCode: z.coerce.number().int().gte(100).lte(599),
  headers: z.record(z.string(), scalar).optional(),
  cookies: z.array(z.string()).default([]),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().default(false),
});

/**
 * Writes a function's answer in payload format 2.0. An answer without a `statusCode` is the JSON body of a 200.
 * @returns false when the answer has a `statusCode` but is otherwise malformed
 */
export function writeAnswer(response: ServerResponse, given: Json, extra: OutgoingHttpHeaders): boolean {
  if (typeof given !== "object" || given === null || !("statusCode" in given)) {
    writeJson(response, 200, given, extra);
    return true;
  }
  const parsed = answer.safeParse(given);
  if (!parsed.success) return false;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const bytes = Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8");
  const lowered = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  response.writeHead(statusCode, {
    ...(bytes.length > 0 && { "content-type": "text/plain;charset=UTF-8" }),
    ...Object.fromEntries(lowered),
    ...(cookies.length > 0 && { "set-cookie": cookies }),
    // RFC 9110, 8.6: a 204 has no Content-Length.
    ...(statusCode !== 204 && { "content-length": bytes.length }),
    ...extra,
  });
  response.end(bytes);
  return true;
}

/** The bodies that API Gateway writes itself, letter by letter. */
const MESSAGES = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  413: "Request Entity Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;

export type RefusalStatus = keyof typeof MESSAGES;

export function writeRefusal(response: ServerResponse, status: RefusalStatus, extra: OutgoingHttpHeaders): void {
  writeJson(response, status, { message: MESSAGES[status] }, extra);
}
