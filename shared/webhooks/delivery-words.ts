import type { CallFailure } from "./delivery.ts";

/** Why a call does not count as delivered, in a sentence for the webhook's owner. */
export const CALL_FAILURES: Record<CallFailure, string> = {
  refused_address: "The name leads to a private or reserved address, which Latchkey does not call.",
  bad_url: "The address is not one that Latchkey calls.",
  no_such_name: "The name in the address does not exist, or has no address.",
  name_server: "The name servers of the address did not answer.",
  connection_refused: "The server refused the connection.",
  connection_lost: "The connection broke before an answer came.",
  certificate:
    "The server's certificate is not valid for this address: self-signed, expired, or made for another name.",
  timeout: "No answer came within 10 seconds.",
  not_http: "The answer was not valid HTTP.",
  redirect: "The server answered with a redirect. Webhooks follow none: enter the final address.",
  status: "The server answered with an error.",
  paused: "The webhook was off, so it was not called.",
  too_late: "There were too many events, or too many failures, to call within a day.",
};
