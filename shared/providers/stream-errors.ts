import * as z from "zod/mini";
import { lenientField } from "./lenient.ts";

const errorEvent = z.object({
  error: z.object({ code: lenientField(z.union([z.string(), z.number()])), type: lenientField(z.string()) }),
});

/** Returns the event if it is an error, in the form of any provider; otherwise undefined. */
export function findStreamError(event: unknown): unknown {
  return errorEvent.safeParse(event).success ? event : undefined;
}

/**
 * The HTTP status of the same error when it comes before the answer. Google's errors contain it; for the others see
 * https://platform.claude.com/docs/en/api/errors and https://developers.openai.com/api/docs/guides/error-codes
 */
const STATUSES: Record<string, number> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  insufficient_quota: 429,
  timeout_error: 504,
  overloaded_error: 529,
};

export function statusOfStreamError(event: unknown): number {
  const { code, type } = errorEvent.parse(event).error;
  if (typeof code === "number" && code >= 400 && code <= 599) return code;
  return STATUSES[String(code)] ?? STATUSES[type ?? ""] ?? 500;
}
