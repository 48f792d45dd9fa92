import { type Provider, providerOf } from "../../shared/providers/registry.ts";
import { anthropic } from "./anthropic.ts";
import { gemini } from "./gemini.ts";
import { openai } from "./openai.ts";
import type { Protocol } from "./protocol.ts";

/** Who plays the providers that have a protocol of their own. */
const OWN: Partial<Record<Provider, Protocol>> = { openai, gemini, anthropic };

/** Plays one provider; without a protocol of its own it speaks OpenAI's. The contract of the adapters is tested against these too. */
export function stubOf(provider: Provider): Protocol {
  return OWN[provider] ?? { ...openai, modelNames: providerOf(provider).modelNames };
}
