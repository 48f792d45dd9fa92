import { ApiError } from "../../client/src/index.ts";
import type { Tool } from "./tool.ts";

/** The sentence that a model reads where a call failed: what happened, and what would help. */
export function explain(error: unknown, { scope, listed }: Tool): string {
  if (!(error instanceof ApiError)) return "Something went wrong on our side. Try again in a moment.";
  const { code, status, message, fields, retryAfter } = error;
  if (status === 401) return noToken(error);
  if (status === 403)
    return `This token may not use ${listed.name}, which needs the scope \`${scope}\`: ${message} (${code})`;
  if (status === 0) return listed.annotations?.readOnlyHint ? `${message}.` : `${message}. ${UNKNOWN}`;
  const wrong = fields.map(({ field, message: why }) => ` ${field}: ${why}.`).join("");
  const later = retryAfter === undefined ? "" : ` Try again in ${retryAfter} s.`;
  return `${message}${wrong}${later} (${code})`;
}

export function noToken({ message, code }: ApiError): string {
  return `The token is wrong, has ended or was revoked: ${message} (${code})`;
}

const UNKNOWN = "Whether it took effect is unknown: read the conversation before you try again.";
