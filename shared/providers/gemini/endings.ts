import type { Ending } from "../api.ts";

/**
 * https://ai.google.dev/gemini-api/docs/deprecations and https://firebase.google.com/docs/ai-logic/models (both read
 * on 2026-11-28, in parts), and the `deprecation_date`s of litellm 1.110.2. After their day, gemini-2.5-pro and
 * gemini-2.5-flash do not fail: Google answers with the successor, at its price.
 */
export const endings: readonly Ending[] = [
  { models: /^gemini-2\.5-pro-preview-\d/, endsOn: "2025-12-02", successor: "gemini-3.1-pro-preview" },
  { models: /^gemini-3-pro-preview$/, endsOn: "2026-03-09", successor: "gemini-3.1-pro-preview" },
  { models: /^gemini-3\.1-flash-lite-preview$/, endsOn: "2026-05-25" },
  { models: /^gemini-2\.0-flash(-lite)?(-001)?$/, endsOn: "2026-06-01", successor: "gemini-3.1-flash-lite" },
  { models: /^gemini-2\.5-pro$/, endsOn: "2026-12-01", successor: "gemini-3.8-flash" },
  { models: /^gemini-2\.5-flash$/, endsOn: "2026-12-01", successor: "gemini-3.5-flash-lite" },
  { models: /^gemini-3\.1-flash-lite$/, endsOn: "2027-05-07" },
];
