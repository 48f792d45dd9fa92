import type { Provider } from "../api/fields.ts";
import { PROVIDER_NAMES } from "../providers/provider-names.ts";

/**
 * How keys begin that are surely somebody's. Only these exclude: a key of a shape that nobody knows may be a new one of
 * the right provider, and the provider itself is asked. OpenAI's `sk-` alone excludes nothing at OpenAI, since others
 * give out keys that begin so.
 */
const SHAPES: readonly [begins: RegExp, whose: Provider | string][] = [
  [/^sk-ant-/, "anthropic"],
  [/^sk-or-/, "OpenRouter"],
  [/^sk-/, "openai"],
  // https://ai.google.dev/gemini-api/docs/api-key: standard keys, and authorization keys
  [/^(AIza|AQ\.)/, "gemini"],
  [/^gsk_/, "Groq"],
  [/^xai-/, "xAI"],
  [/^hf_/, "Hugging Face"],
  [/^r8_/, "Replicate"],
  [/^pplx-/, "Perplexity"],
  [/^(AKIA|ASIA)[A-Z0-9]{16}$/, "Amazon Web Services"],
  [/^(ghp_|github_pat_)/, "GitHub"],
];

/** A sentence that names whose key this looks like, where that is not this provider; it repeats nothing of the key. */
export function foreignKey(provider: Provider, key: string): string | undefined {
  const whose = SHAPES.find(([begins]) => begins.test(key))?.[1];
  if (whose === undefined || whose === provider) return undefined;
  const name = new Map<string, string>(Object.entries(PROVIDER_NAMES)).get(whose) ?? whose;
  return `This looks like a key of ${name}, not of ${PROVIDER_NAMES[provider]}`;
}
