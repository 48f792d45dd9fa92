import * as z from "zod/mini";
import { type ErrorCode, LatchkeyError } from "../errors.ts";
import type { Refusal } from "./api.ts";
import { meaningOf } from "./refusals.ts";
import { retryAfter } from "./retry-after.ts";
import type { Reply, Wire } from "./wire.ts";

/** A string where there is one; a provider may change the type of any field of an error. */
const text = z.catch(z.optional(z.string()), undefined);

/** The errors of all providers: their fields do not collide. Google's `code` is the HTTP status, a number. */
const errorBody = z.object({
  error: z.object({
    message: text,
    type: text,
    code: text,
    status: text,
    details: z.catch(
      z.optional(z.union([z.array(z.object({ reason: text, retryDelay: text })), z.object({ error_code: text })])),
      undefined,
    ),
  }),
});

/**
 * What a failed call means, in our own words. The provider's are left out, as message and as cause: they can hold the
 * key ("Incorrect API key provided: sk-...").
 */
export function failureOf(refusals: readonly Refusal[], wire: Wire): LatchkeyError {
  const { code, retryAfter: seconds } = causeOf(refusals, wire);
  return new LatchkeyError(code, { call: wire.outcome, ...(seconds !== undefined && { retryAfter: seconds }) });
}

type Cause = { code: ErrorCode; retryAfter?: number | undefined };

function causeOf(refusals: readonly Refusal[], { reply, sent, signal, failure }: Wire): Cause {
  if (reply) return reply.ok ? { code: "bad_answer" } : refusedBy(refusals, reply);
  if (!sent) return { code: "bad_call" };
  if (signal.aborted || TOO_SLOW.test(errorCode(failure))) return { code: "timeout" };
  return { code: neverArrived(failure) ? "provider_down" : "connection_lost" };
}

function refusedBy(refusals: readonly Refusal[], reply: Reply): Cause {
  // A web page comes from something in between, e.g. a firewall's 403: it says nothing about the key or the model.
  if (reply.body.trimStart().startsWith("<")) return { code: "provider_down" };
  const { message, type, code, status, details } = readError(reply.body);
  const list = Array.isArray(details) ? details : [];
  const detail = Array.isArray(details) ? undefined : details?.error_code;
  const codes = [type, code, status, detail, ...list.map(({ reason }) => reason)].filter((each) => each !== undefined);
  const delay = list.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay;
  return {
    code: meaningOf(refusals, { status: reply.status, codes, text: message ?? "" }),
    retryAfter: retryAfter(reply.headers, delay, new Date()),
  };
}

function readError(body: string): Partial<z.infer<typeof errorBody>["error"]> {
  try {
    return errorBody.parse(JSON.parse(body)).error;
  } catch {
    return {};
  }
}

/** Node's own limits, five minutes each. */
const TOO_SLOW = /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/;
/** Ways to fail before the request is on the wire: no name, no route, no listener, no trust. */
const BEFORE_SENDING =
  /^(ENOTFOUND|EAI_AGAIN|E(CONNREFUSED|HOSTUNREACH|NETUNREACH)|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.+|UNABLE_TO_.+|.*CERT.*)$/;

function neverArrived(failure: unknown): boolean {
  if (BEFORE_SENDING.test(errorCode(failure))) return true;
  // The words of Node's fetch for an answer that `redirect: "error"` forbids to follow: nothing was done with the call.
  return failure instanceof Error && failure.cause instanceof Error && failure.cause.message === "unexpected redirect";
}

/** The system's code under fetch's `TypeError: fetch failed`, or an empty string. */
function errorCode(failure: unknown): string {
  const cause = failure instanceof Error ? failure.cause : undefined;
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}
