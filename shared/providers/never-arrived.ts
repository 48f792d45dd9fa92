/**
 * System error codes for a connection that was never established: no name, no address, no route, no listener, no
 * permission.
 */
const NO_CONNECTION =
  /^(ENOTFOUND|E(CONNREFUSED|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|ADDRNOTAVAIL|ACCES|PERM)|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * After a 421, fetch sends the call again on another connection and without its body. The first call was refused
 * unread, and the second carries nothing.
 */
const MISDIRECTED = "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH";

/** DNS errors have their own codes (`EAI_AGAIN`, `EAI_FAIL`). */
const NO_NAME = /^EAI_/;

/**
 * TLS errors come before the first byte of a request. The codes are Node's (`ERR_TLS_...`) and OpenSSL's for a
 * certificate (https://nodejs.org/api/tls.html#x509-certificate-error-codes) or a handshake (`EPROTO`, `ERR_SSL_...`).
 */
const NO_TRUST =
  /^(ERR_TLS_.+|UNABLE_TO_.+|.*CERT.*|CRL_.+|.*_CRL_.+|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|EPROTO|ERR_SSL_.+)$/;
/** Errors in a TLS record come later, on an established connection. */
const LATER = /RECORD|DECRYPT|BAD_LENGTH|SHUTDOWN/;

/**
 * Node's own messages. The first has the code of a connection that was cut later. The second has no code; it means a
 * redirect, which `redirect: "error"` forbids, so the call had no effect.
 */
const WORDS = /before secure TLS connection was established|^unexpected redirect$/;

/** True if the call certainly did not reach its provider. @param failure the error that fetch threw */
export function neverReachedProvider(failure: unknown): boolean {
  const cause = causeOf(failure);
  if (cause === undefined) return false;
  const code = codeOf(cause);
  if (NO_CONNECTION.test(code) || NO_NAME.test(code) || code === MISDIRECTED) return true;
  if (NO_TRUST.test(code) && !LATER.test(code)) return true;
  // Node tried several addresses and reached none, or the system timed out while connecting. That time-out has the code
  // of a later one.
  if (cause instanceof AggregateError || ("syscall" in cause && cause.syscall === "connect")) return true;
  return WORDS.test(cause.message);
}

/** The system's error code behind fetch's `TypeError: fetch failed`, or an empty string. */
export function errorCode(failure: unknown): string {
  return codeOf(causeOf(failure));
}

function causeOf(failure: unknown): Error | undefined {
  const cause = failure instanceof Error ? failure.cause : undefined;
  return cause instanceof Error ? cause : undefined;
}

function codeOf(cause: Error | undefined): string {
  return cause !== undefined && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}
