import type { ErrorCode } from "../errors.ts";
import type { Reply } from "./wire.ts";

/**
 * True for an answer that comes from something between us and the provider: a page, or a few words of plain text. The
 * providers themselves answer in JSON, whatever goes wrong. An empty body is anybody's.
 */
export function isOfGateway({ headers, body }: Reply): boolean {
  const text = body.trimStart();
  if (text.startsWith("<")) return true;
  return text !== "" && /^text\//i.test(headers.get("content-type") ?? "") && !isJson(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What a gateway refuses for itself, by its status. */
const BY_STATUS: Record<number, ErrorCode> = {
  413: "too_long",
  414: "too_long",
  429: "rate_limited",
  451: "place_blocked",
};

/**
 * Pages that bar the place which a call comes from. Cloudflare's 1006 to 1008 and 1106 ban an address, 1009 a country, 1020 is
 * a rule of the site: https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/
 * (looked up in November 2026). Google's and CloudFront's say it in words.
 */
const PLACE =
  /error code: ?1(00[6-9]|106|020)\b|banned the (country|region|autonomous system|ip)|available in your (country|region)|block access from your country/i;

/**
 * What a gateway's refusal (4xx) means. It says nothing about the key or the model, and the call went no further, so it
 * cost nothing. Undefined for any other status: behind a gateway that broke, the model may have done its work, whatever form the
 * gateway says that in.
 */
export function meaningOfPage({ status, body }: Reply): ErrorCode | undefined {
  if (status < 400 || status >= 500 || MAYBE_PASSED_ON.has(status)) return undefined;
  if (PLACE.test(body)) return "place_blocked";
  return BY_STATUS[status] ?? "provider_down";
}

/** nginx's word for a client that left, and AWS's for the same: the call had been passed on. */
const MAYBE_PASSED_ON: ReadonlySet<number> = new Set([460, 499]);
