import type { Outcome } from "./providers/outcome.ts";
import type { ReportedTokens } from "./providers/tokens.ts";

/**
 * Every way Latchkey says no. Three things are decided here and nowhere else: the HTTP status, whether a queue
 * tries the work again later, and the sentence that a person reads.
 */
const CODES = {
  invalid_request: { status: 400, retry: false, told: "The request is not in the form this route takes." },
  invalid_json: { status: 400, retry: false, told: "The body is not valid JSON." },
  invalid_code: { status: 400, retry: false, told: "The code is wrong or has expired. Ask for a new one." },
  weak_password: { status: 400, retry: false, told: "This password is not accepted. Choose a longer or rarer one." },
  wrong_password: { status: 400, retry: false, told: "This is not the password of the account." },
  unauthorized: { status: 401, retry: false, told: "Log in and send the access token as a Bearer token." },
  invalid_credentials: {
    status: 401,
    retry: false,
    told: "The e-mail or the password is wrong, or the address is not confirmed yet.",
  },
  token_ended: { status: 401, retry: false, told: "This API token has ended. Make a new one." },
  insufficient_scope: { status: 403, retry: false, told: "This API token may not do this." },
  token_in_url: {
    status: 400,
    retry: false,
    told: "An API token stands in the URL, where logs and browsers keep it. Revoke it, and send tokens in the Authorization header alone.",
  },
  not_found: { status: 404, retry: false, told: "There is nothing here, or it is not yours." },
  email_taken: { status: 409, retry: false, told: "An account with this e-mail exists. Log in instead." },
  conflict: { status: 409, retry: false, told: "Something else changed this at the same time. Read it and try again." },
  address_taken: { status: 409, retry: false, told: "Somebody else has this address, or had it. Choose another name." },
  address_misleading: {
    status: 409,
    retry: false,
    told: "The address looks too much like one that somebody else has or had. Choose another name.",
  },
  address_reserved: {
    status: 409,
    retry: false,
    told: "The name would be taken for the people who run the mail domain. Choose another name.",
  },
  too_large: { status: 413, retry: false, told: "The body is larger than this route takes." },
  unsupported_media_type: { status: 415, retry: false, told: "Send the body as application/json." },
  too_many_requests: { status: 429, retry: true, told: "Too many tries. Wait a while and try again." },
  limit_reached: {
    status: 409,
    retry: false,
    told: "The account has as many of these as it may have. Delete one first.",
  },
  // Idempotency-Key: the words of the draft are in shared/http/repeats.ts.
  repeat_differs: {
    status: 422,
    retry: false,
    told: "This Idempotency-Key was used for another request. Use a new key for each request.",
  },
  repeat_running: {
    status: 409,
    retry: true,
    told: "The first request with this Idempotency-Key is still under way. Ask again in a moment.",
  },
  repeat_unknown: {
    status: 409,
    retry: false,
    told: "The first request with this Idempotency-Key broke off, and may have been done. Look first, then use a new key.",
  },
  repeat_of_secret: {
    status: 409,
    retry: false,
    told: "This was done already, and its secret is shown only once. Remove what was made, and make it anew with a new key.",
  },
  internal: { status: 500, retry: true, told: "Something went wrong on our side. It has been logged." },
  unavailable: { status: 503, retry: true, told: "A service that this needs is too busy. Try again in a moment." },

  // Meanings of a provider's answer. The provider's own text is never repeated, because it can contain the key.
  key_rejected: { status: 422, retry: false, told: "The provider does not accept this key. Store a new one." },
  no_credit: {
    status: 422,
    retry: false,
    told: "The provider account has no credit left, or has reached a spending limit. Add credit or raise the limit there.",
  },
  model_unavailable: { status: 422, retry: false, told: "This key cannot use this model. Choose another model." },
  lacks_rights: {
    status: 422,
    retry: false,
    told: "The provider does not let this key do this. Give the key the permission there, or store another key.",
  },
  address_blocked: {
    status: 422,
    retry: false,
    told: "This key works only from addresses, sites or apps that were listed for it at the provider. Remove that restriction there: our calls come from changing addresses.",
  },
  service_disabled: {
    status: 422,
    retry: false,
    told: "The provider's API is not enabled in the project of this key. Enable it there.",
  },
  account_suspended: {
    status: 422,
    retry: false,
    told: "The provider has suspended, closed or archived the account or project of this key. Settle that there, or store a key of another account.",
  },
  verification_needed: {
    status: 422,
    retry: false,
    told: "The provider wants the account of this key verified before it may use this model. Verify it there, or choose another model.",
  },
  // Only the operators can resolve this: an owner cannot change the location of our servers.
  place_blocked: {
    status: 503,
    retry: true,
    told: "The provider takes no calls from the place where our servers stand. We try again later.",
  },
  bad_call: { status: 422, retry: false, told: "The provider refused the settings of this call." },
  too_long: { status: 422, retry: false, told: "The mail is longer than the model can read." },
  refused: { status: 422, retry: false, told: "The model declined to answer." },
  bad_answer: { status: 502, retry: false, told: "The model's answer was empty or could not be read." },
  rate_limited: { status: 503, retry: true, told: "The provider limits the rate of this key. We try again later." },
  provider_down: { status: 503, retry: true, told: "The provider does not answer. We try again later." },
  // These two say nothing about what the provider did with the call: it may have answered, and charged for it.
  timeout: { status: 504, retry: true, told: "The provider took too long. We try again later." },
  connection_lost: { status: 502, retry: true, told: "The connection to the provider broke. We try again later." },
} as const satisfies Record<string, { status: number; retry: boolean; told: string }>;

export type ErrorCode = keyof typeof CODES;

type Details = {
  /** A sentence for the reader in place of the code's own; must hold no secret. */
  detail?: string;
  /** The fields at fault, as dotted paths of the request. */
  fields?: { field: string; message: string }[];
  /** Seconds to wait before the next try, where the other side said so. */
  retryAfter?: number;
  /** The scope that an API token lacks. */
  needs?: string;
  /** The usage that a provider reported, and charges, for a call without a usable answer. */
  tokens?: ReportedTokens;
  /** What became of the provider's call. */
  call?: Outcome;
  cause?: unknown;
};

/** The one error class. `message` is safe to show to the user who caused it. */
export class LatchkeyError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly retry: boolean;
  readonly fields: Details["fields"];
  readonly retryAfter: number | undefined;
  readonly needs: string | undefined;
  readonly tokens: ReportedTokens | undefined;
  readonly call: Outcome | undefined;

  constructor(code: ErrorCode, details: Details = {}) {
    super(details.detail ?? CODES[code].told, { cause: details.cause });
    this.name = "LatchkeyError";
    this.code = code;
    this.status = CODES[code].status;
    this.retry = CODES[code].retry;
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
    this.needs = details.needs;
    this.tokens = details.tokens;
    this.call = details.call;
  }
}

/** True when `error` was thrown by an SDK or the runtime under the given name. */
export function isNamed(error: unknown, ...names: string[]): error is Error {
  return error instanceof Error && names.includes(error.name);
}
