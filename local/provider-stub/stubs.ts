import type { Provider } from "../../shared/providers/registry.ts";
import { anthropic } from "./anthropic.ts";
import { gemini } from "./gemini.ts";
import { openai } from "./openai.ts";
import type { Protocol } from "./protocol.ts";

/** Who plays each provider. The contract of the adapters is tested against these too. */
export const STUBS: Record<Provider, Protocol> = { openai, gemini, anthropic };
