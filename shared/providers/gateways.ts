import * as z from "zod/mini";
import type { ErrorCode } from "../errors.ts";
import type { Reply } from "./wire.ts";

/**
 * Cloudflare is in front of OpenAI and Anthropic. It answers clients that accept JSON, as their SDKs do, with a
 * problem document of RFC 9457:
 * https://developers.cloudflare.com/changelog/post/2026-03-12-retry-after-header-for-1xxx-errors
 */
const problem = z.object({
  cloudflare_error: z.literal(true),
  retry_after: z.catch(z.optional(z.number()), undefined),
});

/** A gateway answered instead of the provider. `delay`: when to ask again, if its body says so. */
export type Gateway = { delay: string | undefined };

/**
 * Returns undefined for the provider's own answer, which is always JSON in its own form, even for errors. An HTML page
 * or a few words of plain text come from a gateway. An empty body can come from either.
 */
export function findGateway({ headers, body }: Reply): Gateway | undefined {
  const text = body.trimStart();
  if (text.startsWith("<")) return { delay: undefined };
  const json = parseJson(text);
  if (json === undefined) {
    const isPlain = text !== "" && /^text\//i.test(headers.get("content-type") ?? "");
    return isPlain ? { delay: undefined } : undefined;
  }
  const { success, data } = problem.safeParse(json);
  return success ? { delay: data.retry_after === undefined ? undefined : String(data.retry_after) } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The meaning of a gateway's own refusals, by status. */
const BY_STATUS: Record<number, ErrorCode> = {
  413: "too_long",
  414: "too_long",
  429: "rate_limited",
  451: "place_blocked",
};

/**
 * Matches pages that block the place that the call comes from. Cloudflare's 1006 to 1008 and 1106 ban an address, 1009
 * bans a country, 1010 and 1020 are rules of the site:
 * https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/ (looked up in
 * November 2026). Google's and CloudFront's pages say it in words.
 */
const PLACE =
  /\berror(?: code:|_code"?:)? ?1(00[6-9]|01[02]|020|106)\b|banned the (country|region|autonomous system|ip)|available in your (country|region)|block access from your country/i;

/**
 * Explains a gateway's refusal (4xx). It says nothing about the key or the model, and the call did not reach the
 * model, so it cost nothing. Returns undefined for any other status: behind a broken gateway the model may have done
 * its work, whatever the gateway's page looks like.
 */
export function codeOfGatewayRefusal({ status, body }: Reply): ErrorCode | undefined {
  if (status < 400 || status >= 500 || MAYBE_PASSED_ON.has(status)) return undefined;
  if (PLACE.test(body)) return "place_blocked";
  return BY_STATUS[status] ?? "provider_down";
}

/** Status codes of nginx and AWS for a client that disconnected. The call had been passed on. */
const MAYBE_PASSED_ON: ReadonlySet<number> = new Set([460, 499]);
