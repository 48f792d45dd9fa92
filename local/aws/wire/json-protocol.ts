import { randomUUID } from "node:crypto";
import * as z from "zod";
import { AwsError } from "./aws-error.ts";
import type { AwsAnswer, AwsRequest } from "./http.ts";

/** How the services that speak JSON name what is wrong with a call's signature or rights. */
export const JSON_CODES = {
  unknownKey: "UnrecognizedClientException",
  badSignature: "InvalidSignatureException",
  unsigned: "MissingAuthenticationTokenException",
  denied: "AccessDeniedException",
  status: 400,
};

/** `DynamoDB_20120810.GetItem` → `GetItem`. */
export function operationOf(request: AwsRequest): string {
  return (request.headers["x-amz-target"] ?? "").split(".").at(-1) ?? "";
}

/** The body is read twice, once to authorize the call and once to answer it. */
const read = new WeakMap<AwsRequest, unknown>();

/** The body, checked. @throws AwsError `SerializationException` or `ValidationException` */
export function jsonBody<T extends z.ZodType>(request: AwsRequest, schema: T): z.infer<T> {
  const value = read.get(request) ?? jsonOf(request);
  read.set(request, value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AwsError("ValidationException", z.prettifyError(parsed.error));
}

function jsonOf({ body }: AwsRequest): unknown {
  try {
    return JSON.parse(body.toString("utf8") || "{}");
  } catch {
    throw new AwsError("SerializationException", "The body is not JSON.");
  }
}

export function jsonAnswer(value: object, status = 200): AwsAnswer {
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": randomUUID() };
  return { status, headers, body: JSON.stringify(value) };
}

export function jsonError({ code, message, status }: AwsError): AwsAnswer {
  // KMS sends some of its exceptions with no message at all.
  return jsonAnswer({ __type: code, ...(message && { message }) }, status);
}
