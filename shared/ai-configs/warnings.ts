import { CALL_MS } from "../providers/call-time.ts";
import type { ConfigSettings } from "./config-store.ts";

/**
 * The output of a slow model in tokens a second. Large models usually write 50 to 80, and small ones more.
 * https://artificialanalysis.ai/models/gpt-5-minimal/providers (80, looked up in November 2026)
 */
const TOKENS_PER_SECOND = 50;

/** The longest answer that surely arrives within one call's time limit. A run can store about as much. */
const TOKENS_IN_TIME = Math.floor((CALL_MS / 1000) * TOKENS_PER_SECOND);

/** Warnings about settings that the provider accepts. The settings are stored in any case. */
export function warningsFor({ max_tokens }: Pick<ConfigSettings, "max_tokens">): string[] {
  if (max_tokens <= TOKENS_IN_TIME) return [];
  const most = TOKENS_IN_TIME.toLocaleString("en-GB");
  return [
    `An answer gets five minutes, in which a model writes about ${most} tokens. A longer one is cut where the time ends, and sent as far as it came.`,
  ];
}
