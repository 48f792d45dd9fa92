import type { ProviderRow } from "../row.ts";

export const openai = {
  id: "openai",
  name: "OpenAI",
  origin: "https://api.openai.com",
  key: {
    // https://developers.openai.com/api/reference/overview#authentication
    header: "authorization",
    prefix: "Bearer ",
    // Other providers' keys start the same way; their own, longer start takes precedence
    // (shared/ai-configs/key-shape.ts).
    begins: /^sk-/,
    looksLike: "sk-...",
    demo: "sk-demo-0123456789abcdef",
  },
  headers: [],
  pages: {
    keys: "https://platform.openai.com/api-keys",
    billing: "https://platform.openai.com/settings/organization/billing",
    mend: {
      address_blocked: "https://platform.openai.com/settings/organization/security/ip-allowlist",
      account_suspended: "https://platform.openai.com/settings/organization/general",
      verification_needed: "https://platform.openai.com/settings/organization/general",
    },
  },
  prices: "openai",
  // The newest low-priced model for everyday work that the price list knows (November 2026):
  // https://developers.openai.com/api/docs/models
  defaultModel: "gpt-6-luna",
  modelNames: /^(ft:)?(gpt-|chatgpt-|o\d(-|$)|davinci-|babbage-)/,
} as const satisfies ProviderRow;
