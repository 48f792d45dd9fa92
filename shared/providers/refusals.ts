import type { ErrorCode } from "../errors.ts";
import type { Refusal } from "./api.ts";

/** The parts of a provider's HTTP error that tell causes apart. `text` is matched and never repeated. */
export type Refused = { status: number; codes: string[]; text: string };

/** The meaning of a status if no row of the provider matches. */
const BY_STATUS: Record<number, ErrorCode> = {
  401: "key_rejected",
  402: "no_credit",
  403: "lacks_rights",
  404: "model_unavailable",
  408: "provider_down",
  409: "provider_down",
  413: "too_long",
  425: "provider_down",
  429: "rate_limited",
  451: "place_blocked",
  // A gateway thinks that we disconnected. The model may still be working.
  460: "connection_lost",
  499: "connection_lost",
  // A gateway failed, and the model may have done its work. (With 521, 523, 525 and 526 the call never reached it.)
  502: "connection_lost",
  520: "connection_lost",
  // A gateway gave up waiting for the model, which may still finish and be charged. Cloudflare also sends 522 on an
  // established connection without an answer:
  // https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/
  504: "timeout",
  522: "timeout",
  524: "timeout",
  598: "timeout",
  599: "timeout",
};

/** @param refusals the provider's rows; the first that matches counts */
export function codeOfRefusal(refusals: readonly Refusal[], refused: Refused): ErrorCode {
  const row = refusals.find((each) => matches(each, refused));
  if (row) return row.means;
  const means = BY_STATUS[refused.status];
  if (means) return means;
  return refused.status >= 400 && refused.status < 500 ? "bad_call" : "provider_down";
}

/** A row without codes and text matches by status only. */
function matches({ status, codes, text }: Refusal, refused: Refused): boolean {
  if (codes === undefined && text === undefined) return status === refused.status;
  const coded = codes === undefined || codes.some((code) => refused.codes.includes(code));
  return coded && (text === undefined || text.test(refused.text));
}
