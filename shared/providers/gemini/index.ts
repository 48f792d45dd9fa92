import type { ProviderRow } from "../row.ts";

export const gemini = {
  id: "gemini",
  name: "Google Gemini",
  origin: "https://generativelanguage.googleapis.com",
  key: {
    // https://ai.google.dev/api#authentication
    header: "x-goog-api-key",
    prefix: "",
    // https://ai.google.dev/gemini-api/docs/api-key: standard keys, and authorization keys
    begins: /^(AIza|AQ\.)/,
    looksLike: "AIza...",
    demo: "AIza-demo-0123456789abcdef",
  },
  headers: [],
  pages: {
    keys: "https://aistudio.google.com/apikey",
    billing: "https://console.cloud.google.com/billing",
    mend: {
      lacks_rights: "https://console.cloud.google.com/apis/credentials",
      address_blocked: "https://console.cloud.google.com/apis/credentials",
      service_disabled: "https://console.cloud.google.com/apis/library/generativelanguage.googleapis.com",
      account_suspended: "https://console.cloud.google.com/home/dashboard",
    },
  },
  prices: "google",
  // The newest low-priced model for everyday work that the price list knows (November 2026):
  // https://ai.google.dev/gemini-api/docs/models
  defaultModel: "gemini-3.8-flash",
  modelNames: /^(models\/|tunedmodels\/|gemini-|gemma-)/,
} as const satisfies ProviderRow;
