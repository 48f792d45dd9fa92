import type { Ending } from "../api.ts";

/**
 * https://platform.claude.com/docs/en/about-claude/model-deprecations, /docs/en/release-notes/overview and
 * /docs/en/models/sonnet-4-5/overview (read on 2026-11-28, in parts). "Requests to models past the retirement date
 * will fail." The dates apply to Anthropic itself, not to resellers.
 */
export const endings: readonly Ending[] = [
  { models: /^claude-(v?1|instant)/, endsOn: "2024-11-06" },
  { models: /^claude-(v?2|3-sonnet)/, endsOn: "2025-07-21" },
  { models: /^claude-3-5-sonnet/, endsOn: "2025-10-28" },
  { models: /^claude-3-opus/, endsOn: "2026-01-05" },
  { models: /^claude-3-7-sonnet/, endsOn: "2026-02-19" },
  { models: /^claude-3-5-haiku/, endsOn: "2026-02-19", successor: "claude-haiku-4-5-20251001" },
  { models: /^claude-sonnet-4(-0)?(-\d{8})?$/, endsOn: "2026-06-15", successor: "claude-sonnet-4-6" },
  { models: /^claude-opus-4(-0)?(-\d{8})?$/, endsOn: "2026-06-15", successor: "claude-opus-4-8" },
  { models: /^claude-opus-4-1(-\d{8})?$/, endsOn: "2026-08-05" },
  { models: /^claude-sonnet-4-5(-\d{8})?$/, endsOn: "2026-11-30", successor: "claude-sonnet-5-5" },
];
