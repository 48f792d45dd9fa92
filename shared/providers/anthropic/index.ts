import type { ProviderRow } from "../row.ts";

export const anthropic = {
  id: "anthropic",
  name: "Anthropic",
  origin: "https://api.anthropic.com",
  key: {
    // Latchkey has always used this header; the reference also names x-api-key.
    // https://platform.claude.com/docs/en/api/overview
    header: "authorization",
    prefix: "Bearer ",
    begins: /^sk-ant-/,
    looksLike: "sk-ant-...",
    demo: "sk-ant-demo-0123456789abcdef",
  },
  headers: ["anthropic-version"],
  pages: {
    keys: "https://platform.claude.com/settings/keys",
    billing: "https://platform.claude.com/settings/billing",
    mend: {
      address_blocked: "https://platform.claude.com/settings/organization",
      account_suspended: "https://platform.claude.com/settings/organization",
    },
  },
  prices: "anthropic",
  // The newest low-priced model for everyday work (November 2026):
  // https://platform.claude.com/docs/en/models/sonnet-5-5/overview
  defaultModel: "claude-sonnet-5-5",
  modelNames: /^claude-/,
} as const satisfies ProviderRow;
