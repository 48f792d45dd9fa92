/** The system's codes for a connection that never came about: no name, no address, no route, no listener, no right. */
const NO_CONNECTION =
  /^(ENOTFOUND|E(CONNREFUSED|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|ADDRNOTAVAIL|ACCES|PERM)|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * fetch sends a call again by itself after a 421, over another connection and without its body: the first was refused unread, and
 * the second is none.
 */
const MISDIRECTED = "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH";

/** DNS gives its own (`EAI_AGAIN`, `EAI_FAIL`). */
const NO_NAME = /^EAI_/;

/**
 * TLS comes before the first byte of a request. The codes are Node's (`ERR_TLS_...`), OpenSSL's of a certificate
 * (https://nodejs.org/api/tls.html#x509-certificate-error-codes) and of a handshake (`EPROTO`, `ERR_SSL_...`).
 */
const NO_TRUST =
  /^(ERR_TLS_.+|UNABLE_TO_.+|.*CERT.*|CRL_.+|.*_CRL_.+|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|EPROTO|ERR_SSL_.+)$/;
/** What goes wrong with a record of a connection that stands. */
const LATER = /RECORD|DECRYPT|BAD_LENGTH|SHUTDOWN/;

/**
 * Node's own. The first has the code of a connection that was cut later; the second has none, and is of an answer that
 * `redirect: "error"` forbids to follow: nothing was done with the call.
 */
const WORDS = /before secure TLS connection was established|^unexpected redirect$/;

/** True when a call has surely not reached its provider. @param failure what fetch threw */
export function neverArrived(failure: unknown): boolean {
  const cause = causeOf(failure);
  if (cause === undefined) return false;
  const code = codeOf(cause);
  if (NO_CONNECTION.test(code) || NO_NAME.test(code) || code === MISDIRECTED) return true;
  if (NO_TRUST.test(code) && !LATER.test(code)) return true;
  // Of several addresses none was reached; and a time-out of the system's while connecting, which has the code of a later one.
  if (cause instanceof AggregateError || ("syscall" in cause && cause.syscall === "connect")) return true;
  return WORDS.test(cause.message);
}

/** The system's code under fetch's `TypeError: fetch failed`, or an empty string. */
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
