import type { CallFailure } from "../../shared/webhooks/delivery.ts";

/** Why a call has no answer. It holds no text of the other side. */
export class CallError extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure) {
    super(failure);
    this.name = "CallError";
    this.failure = failure;
  }
}

/** OpenSSL's and Node's names of certificates that do not hold. */
const CERTIFICATE = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO)/;

/** What an error of Node's network modules means. */
export function failureOf(error: unknown): CallFailure {
  if (error instanceof CallError) return error.failure;
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (CERTIFICATE.test(code)) return "certificate";
  if (code.startsWith("HPE_")) return "not_http";
  if (code === "ECONNREFUSED") return "connection_refused";
  return code === "ETIMEDOUT" ? "timeout" : "connection_lost";
}
