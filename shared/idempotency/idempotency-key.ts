import { createHash, createHmac } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { LatchkeyError } from "../errors.ts";

/** Letters, digits and signs that can be seen, as a UUID or a name of the client's own. */
const FORM = /^[\x21-\x7e]{1,255}$/;

/**
 * The request's Idempotency-Key. The draft has it as a quoted string (RFC 9651, 3.3.3); most clients send it bare.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 * @throws LatchkeyError invalid_request
 */
export function idempotencyKeyOf({ headers }: APIGatewayProxyEventV2): string | undefined {
  const given = headers["idempotency-key"]?.trim();
  if (given === undefined) return undefined;
  const key = given.length > 1 && given.startsWith('"') && given.endsWith('"') ? given.slice(1, -1) : given;
  if (FORM.test(key)) return key;
  const message = "Must have 1 to 255 visible ASCII characters, best a new UUID for each request";
  throw new LatchkeyError("invalid_request", { fields: [{ field: "Idempotency-Key", message }] });
}

/**
 * Under which name the request is stored. A token that is bound to agents has names of its own, so that it never gets the
 * stored answer about another agent.
 */
export function requestName(key: string, event: APIGatewayProxyEventV2, boundToken: string | undefined): string {
  const parts = [event.requestContext.http.method, event.rawPath, boundToken ?? "", key];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/**
 * Equal for equal queries and bodies. The body may be a provider's key, so this is no plain hash, which would tell a
 * guess: its secret is the Idempotency-Key, which we do not store.
 */
export function fingerprintOf(key: string, { rawQueryString, body = "" }: APIGatewayProxyEventV2): string {
  return createHmac("sha256", key)
    .update(JSON.stringify([rawQueryString, body]))
    .digest("hex");
}
