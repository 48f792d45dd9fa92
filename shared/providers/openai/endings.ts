import type { Ending } from "../api.ts";

/**
 * https://developers.openai.com/api/docs/deprecations (read on 2026-11-28, in parts), and the `deprecation_date`s of litellm
 * 1.110.2, which name that page; where both could be read, they agree. "Fine-tuned versions follow the same shutdown
 * schedule as their underlying base models."
 */
export const endings: readonly Ending[] = [
  { models: /^chatgpt-4o-latest$/, endsOn: "2026-02-17" },
  { models: /^gpt-4o(-mini)?-search-preview-2025-03-11$/, endsOn: "2026-07-23" },
  { models: /^gpt-5(\.1)?-chat(-latest)?$/, endsOn: "2026-07-23" },
  { models: /^gpt-5\.[23]-chat-latest$/, endsOn: "2026-08-10" },
  { models: /^(ft:)?gpt-3\.5-turbo-1106(:|$)/, endsOn: "2026-09-28" },
  { models: /^(ft:)?gpt-3\.5-turbo/, endsOn: "2026-10-23", successor: "gpt-5.6-terra" },
  { models: /^gpt-4-(turbo|1106)/, endsOn: "2026-10-23", successor: "gpt-5.6-sol" },
  { models: /^(ft:)?gpt-4(-0613)?(:|$)/, endsOn: "2026-10-23", successor: "gpt-5.6-sol" },
  { models: /^gpt-4o-2024-05-13$/, endsOn: "2026-10-23", successor: "gpt-5.6-sol" },
  { models: /^(o1|o3-mini)(-\d{4}-\d{2}-\d{2})?$/, endsOn: "2026-10-23", successor: "gpt-5.6-sol" },
  { models: /^(ft:)?o4-mini(-\d{4}-\d{2}-\d{2})?(:|$)/, endsOn: "2026-10-23", successor: "gpt-5.6-terra" },
  { models: /^(ft:)?gpt-4\.1-nano/, endsOn: "2026-10-23" },
  { models: /^gpt-5(-\d{4}-\d{2}-\d{2})?$/, endsOn: "2026-12-11", successor: "gpt-6.1-sol" },
  { models: /^o3(-\d{4}-\d{2}-\d{2})?$/, endsOn: "2026-12-11", successor: "gpt-5.6-sol" },
  { models: /^gpt-5-mini(-\d{4}-\d{2}-\d{2})?$/, endsOn: "2026-12-11", successor: "gpt-6.1-terra" },
  { models: /^gpt-5-nano(-\d{4}-\d{2}-\d{2})?$/, endsOn: "2026-12-11", successor: "gpt-5.6-luna" },
  {
    models: /^(ft:)?(gpt-4o|gpt-4\.1)(-mini)?(-\d{4}-\d{2}-\d{2})?(:|$)/,
    endsOn: "2027-01-14",
    successor: "gpt-6-luna",
  },
  { models: /^gpt-5\.1(-\d{4}-\d{2}-\d{2})?$/, endsOn: "2027-04-01" },
  { models: /^gpt-5\.4-nano(-\d{4}-\d{2}-\d{2})?$/, endsOn: "2027-04-01" },
];
