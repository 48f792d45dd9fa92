import type { ErrorCode } from "../errors.ts";
import type { Refusal } from "./api.ts";

/** An HTTP error of a provider, as far as it tells one cause from another. `text` is matched and never repeated. */
export type Refused = { status: number; codes: string[]; text: string };

/** What a status means where no row of the provider's says more. */
const BY_STATUS: Record<number, ErrorCode> = {
  401: "key_rejected",
  402: "no_credit",
  403: "key_rejected",
  404: "model_unavailable",
  408: "provider_down",
  409: "provider_down",
  413: "too_long",
  429: "rate_limited",
  // A gateway broke between us and the model, which may have done its work.
  502: "connection_lost",
  520: "connection_lost",
  // A gateway gave up waiting for the model, which may still finish and be charged.
  504: "timeout",
  524: "timeout",
};

/** @param refusals the provider's own; the first that matches counts */
export function meaningOf(refusals: readonly Refusal[], refused: Refused): ErrorCode {
  const row = refusals.find((each) => matches(each, refused));
  if (row) return row.means;
  const means = BY_STATUS[refused.status];
  if (means) return means;
  return refused.status >= 400 && refused.status < 500 ? "bad_call" : "provider_down";
}

function matches({ codes, text }: Refusal, refused: Refused): boolean {
  const coded = codes === undefined || codes.some((code) => refused.codes.includes(code));
  return coded && (text === undefined || text.test(refused.text));
}
