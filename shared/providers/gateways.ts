import * as z from "zod/mini";
import type { ErrorCode } from "../errors.ts";
import type { Reply } from "./wire.ts";

/**
 * Cloudflare, which stands before OpenAI and Anthropic, answers a client that accepts JSON (as their SDKs do) with a problem of RFC
 * 9457: https://developers.cloudflare.com/changelog/post/2026-03-12-retry-after-header-for-1xxx-errors
 */
const problem = z.object({
  cloudflare_error: z.literal(true),
  retry_after: z.catch(z.optional(z.number()), undefined),
});

/** What stands between us and the provider has answered, and when it wants to be asked again, where its body says so. */
export type Gateway = { delay: string | undefined };

/**
 * Undefined for an answer of the provider's: whatever goes wrong, it speaks JSON in its own form. A page is a gateway's, and
 * so are a few words of plain text. An empty body is anybody's.
 */
export function gatewayOf({ headers, body }: Reply): Gateway | undefined {
  const text = body.trimStart();
  if (text.startsWith("<")) return { delay: undefined };
  const json = parse(text);
  if (json === undefined) {
    const isPlain = text !== "" && /^text\//i.test(headers.get("content-type") ?? "");
    return isPlain ? { delay: undefined } : undefined;
  }
  const { success, data } = problem.safeParse(json);
  return success ? { delay: data.retry_after === undefined ? undefined : String(data.retry_after) } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
 * What bars the place that a call comes from. Cloudflare's 1006 to 1008 and 1106 ban an address, 1009 a country, 1010 and 1020 are
 * rules of the site: https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/
 * (looked up in November 2026). Google's and CloudFront's say it in words.
 */
const PLACE =
  /\berror(?: code:|_code"?:)? ?1(00[6-9]|01[02]|020|106)\b|banned the (country|region|autonomous system|ip)|available in your (country|region)|block access from your country/i;

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
