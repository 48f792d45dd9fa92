import * as z from "zod/mini";
import { type ErrorCode, LatchkeyError } from "../errors.ts";
import type { Refusal } from "./api.ts";
import { codeOfGatewayRefusal, findGateway } from "./gateways.ts";
import { errorCode, neverReachedProvider } from "./never-arrived.ts";
import { codeOfRefusal } from "./refusals.ts";
import { readRetryAfter } from "./retry-after.ts";
import type { Reply, Wire } from "./wire.ts";

/** A string, or undefined. A provider may change the type of any field of an error. */
const text = z.catch(z.optional(z.string()), undefined);

/**
 * One schema for the errors of all providers, whose fields do not collide. Google's `code` is the HTTP status, a
 * number.
 */
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
 * Explains a failed call in our own words. The provider's text is left out of message and cause, because it can
 * contain the key ("Incorrect API key provided: sk-...").
 */
export function explainFailure(refusals: readonly Refusal[], wire: Wire): LatchkeyError {
  const { code, retryAfter: seconds } = causeOf(refusals, wire);
  return new LatchkeyError(code, { call: wire.outcome, ...(seconds !== undefined && { retryAfter: seconds }) });
}

type Cause = { code: ErrorCode; retryAfter?: number | undefined };

function causeOf(refusals: readonly Refusal[], { reply, sent, signal, failure }: Wire): Cause {
  if (reply) return reply.ok ? { code: "bad_answer" } : explainReply(refusals, reply);
  if (!sent) return { code: "bad_call" };
  if (signal.aborted || TOO_SLOW.test(errorCode(failure))) return { code: "timeout" };
  return { code: neverReachedProvider(failure) ? "provider_down" : "connection_lost" };
}

function explainReply(refusals: readonly Refusal[], reply: Reply): Cause {
  const { status, headers } = reply;
  const now = new Date();
  const gateway = findGateway(reply);
  if (gateway) {
    const code = codeOfGatewayRefusal(reply) ?? codeOfRefusal([], { status, codes: [], text: "" });
    return { code, retryAfter: readRetryAfter(headers, gateway.delay, now) };
  }
  const { message: text = "", codes, delay } = readError(reply.body);
  return { code: codeOfRefusal(refusals, { status, codes, text }), retryAfter: readRetryAfter(headers, delay, now) };
}

/** Reads the fields of an error that tell one cause from another. */
function readError(body: string): { message?: string | undefined; codes: string[]; delay?: string | undefined } {
  const { message, type, code, status, details } = parseError(body);
  const list = Array.isArray(details) ? details : [];
  const detail = Array.isArray(details) ? undefined : details?.error_code;
  const codes = [type, code, status, detail, ...list.map(({ reason }) => reason)].filter((each) => each !== undefined);
  return { message, codes, delay: list.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay };
}

function parseError(body: string): Partial<z.infer<typeof errorBody>["error"]> {
  try {
    const json: unknown = JSON.parse(body);
    // In a stream, Google puts an error into a list.
    return errorBody.parse(Array.isArray(json) ? json[0] : json).error;
  } catch {
    return {};
  }
}

/** Node's own time limits, five minutes each. */
const TOO_SLOW = /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/;
