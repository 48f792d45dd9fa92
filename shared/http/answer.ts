import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Route } from "../api/routes.ts";
import { log } from "../log.ts";
import type { AnyAnswer, Refusal } from "./handlers.ts";

/** Writes an answer through the route's schema for its status, so that no attribute leaves that the table does not list. */
export function writeAnswer(route: Route, answer: Exclude<AnyAnswer, Refusal>): APIGatewayProxyStructuredResultV2 {
  const { status, headers, cookies = [], body } = answer;
  const schema = route.answers[status];
  if (schema === undefined) throw new Error("A handler gave a status that its route does not list");
  const result = { statusCode: status, cookies, headers: { ...headers } };
  if (schema === null) return result;
  if (typeof schema === "string") return { ...result, ...writeRaw(schema, headers, body) };
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
    log("answer_not_as_listed", { route: `${route.method} ${route.path}`, status, fields });
    throw new Error("A handler gave a body that its route does not list");
  }
  const json = { ...headers, "content-type": "application/json" };
  return { ...result, headers: json, body: JSON.stringify(parsed.data) };
}

function writeRaw(mediaType: string, headers: Record<string, string> | undefined, body: unknown) {
  const typed = { headers: { ...headers, "content-type": mediaType } };
  if (typeof body === "string") return { ...typed, body };
  if (!(body instanceof Uint8Array)) throw new Error("A handler gave no bytes where its route lists a media type");
  return { ...typed, body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
}
