import { type Provider, providerOf } from "../../shared/providers/registry.ts";
import { anthropic } from "./anthropic.ts";
import { gemini } from "./gemini.ts";
import { openai } from "./openai.ts";
import type { Protocol } from "./protocol.ts";

/** The stubs of the providers that have a protocol of their own. */
const OWN: Partial<Record<Provider, Protocol>> = { openai, gemini, anthropic };

/**
 * The stub of a provider. Without a protocol of its own it speaks OpenAI's. The adapters' contract runs against these
 * stubs too.
 */
export function stubOf(provider: Provider): Protocol {
  return OWN[provider] ?? { ...openai, modelNames: providerOf(provider).modelNames };
}
