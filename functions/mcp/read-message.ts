import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { noBatch, notJson, postOnly, tooLarge, wrongOrigin, wrongType } from "./refusal.ts";

/** A draft has 20,000 characters at most, and each may take six bytes of JSON. */
const MAX_BYTES = 256 * 1024;

/**
 * The one message of a request.
 * @throws McpRefusal for what no server of the protocol has to read
 */
export function readMessage(event: APIGatewayProxyEventV2, allowedOrigins: readonly string[]): object {
  if (event.requestContext.http.method !== "POST") throw postOnly();
  // A browser names the page that asks; programs name none. The specification wants foreign pages refused:
  // https://modelcontextprotocol.io/specification/2026-07-28/basic/transports#security-warning
  const { origin } = event.headers;
  if (origin !== undefined && !allowedOrigins.includes(origin)) throw wrongOrigin();
  if (!/^application\/json *(?:;|$)/i.test(event.headers["content-type"] ?? "")) throw wrongType();
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > MAX_BYTES) throw tooLarge();
  return messageOf(bytes.toString());
}

function messageOf(text: string): object {
  const message = parsed(text);
  // Revision 2025-03-26 had batches, of which one request could hold thousands of calls. No revision since has them.
  if (Array.isArray(message)) throw noBatch();
  if (typeof message !== "object" || message === null) throw notJson();
  return message;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}
