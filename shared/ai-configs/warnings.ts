import { CALL_MS } from "../providers/call-time.ts";
import type { ConfigSettings } from "./config-store.ts";

/**
 * Tokens that a slow model writes in a second: 50 to 80 are usual of the large ones, and small ones are faster.
 * https://artificialanalysis.ai/models/gpt-5-minimal/providers (80, looked up in November 2026)
 */
const TOKENS_PER_SECOND = 50;

/** The longest answer that surely comes within the time of one call; about what a run can keep of one too. */
export const TOKENS_IN_TIME = Math.floor((CALL_MS / 1000) * TOKENS_PER_SECOND);

/** What may come of settings that the provider takes. Nothing stands in the way of them. */
export function warningsFor({ max_tokens }: Pick<ConfigSettings, "max_tokens">): string[] {
  if (max_tokens <= TOKENS_IN_TIME) return [];
  const most = TOKENS_IN_TIME.toLocaleString("en-GB");
  return [
    `An answer gets five minutes, in which a model writes about ${most} tokens. A longer one is cut where the time ends, and sent as far as it came.`,
  ];
}
