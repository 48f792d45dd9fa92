import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { LatchkeyError } from "../errors.ts";

/** Seven times the longest body that any route takes: an agent's instructions, 8,000 characters. */
const MAX_BODY_BYTES = 64 * 1024;

/** The body as JSON. @throws LatchkeyError unsupported_media_type, too_large or invalid_json */
export function readJson(event: APIGatewayProxyEventV2): unknown {
  const mediaType = event.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") throw new LatchkeyError("unsupported_media_type");
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.byteLength > MAX_BODY_BYTES) throw new LatchkeyError("too_large");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // The parser's error quotes the body, which can contain a key, so the error is dropped.
    throw new LatchkeyError("invalid_json");
  }
}
