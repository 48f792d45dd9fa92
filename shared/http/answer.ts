import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { CsvTable, Route } from "../api/route.ts";
import { log } from "../log.ts";
import { toCsv, wantsCsv } from "./csv.ts";
import type { AnyAnswer, Refusal } from "./handlers.ts";

/**
 * Writes an answer through the route's schema for its status, so that it contains only attributes that the table lists.
 * @param accept the request's header of that name
 */
export function writeAnswer(
  route: Route,
  answer: Exclude<AnyAnswer, Refusal>,
  accept?: string,
): APIGatewayProxyStructuredResultV2 {
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
  if (route.csv && status === 200) return { ...result, ...writeEither(route.csv, headers, parsed.data, accept) };
  return { ...result, headers: { ...headers, ...JSON_TYPE }, body: JSON.stringify(parsed.data) };
}

const JSON_TYPE = { "content-type": "application/json" };

function writeEither(table: CsvTable, headers: Record<string, string> | undefined, body: unknown, accept?: string) {
  const varies = { ...headers, vary: "accept" };
  if (!wantsCsv(accept)) return { headers: { ...varies, ...JSON_TYPE }, body: JSON.stringify(body) };
  const typed = {
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": `attachment; filename="${table.filename}"`,
  };
  return { headers: { ...varies, ...typed }, body: toCsv(table, body) };
}

function writeRaw(mediaType: string, headers: Record<string, string> | undefined, body: unknown) {
  const typed = { headers: { ...headers, "content-type": mediaType } };
  if (typeof body === "string") return { ...typed, body };
  if (!(body instanceof Uint8Array)) throw new Error("A handler gave no bytes where its route lists a media type");
  return { ...typed, body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
}
