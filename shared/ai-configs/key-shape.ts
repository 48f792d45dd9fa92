import { type Provider, providerOf, REGISTRY } from "../providers/registry.ts";

/** How keys of others begin, whom people have keys of too (November 2026). */
const OTHERS: readonly { begins: RegExp; name: string }[] = [
  { begins: /^sk-or-/, name: "OpenRouter" },
  { begins: /^gsk_/, name: "Groq" },
  { begins: /^xai-/, name: "xAI" },
  { begins: /^hf_/, name: "Hugging Face" },
  { begins: /^r8_/, name: "Replicate" },
  { begins: /^pplx-/, name: "Perplexity" },
  { begins: /^(AKIA|ASIA)[A-Z0-9]{16}$/, name: "Amazon Web Services" },
  { begins: /^(ghp_|github_pat_)/, name: "GitHub" },
];

const SHAPES = [...REGISTRY.map(({ key, name }) => ({ begins: key.begins, name })), ...OTHERS];

/**
 * A sentence that names whose key this looks like, where that is not this provider; it repeats nothing of the key. The
 * longest beginning counts: `sk-ant-` is Anthropic's, and `sk-` alone OpenAI's. A key of a form that nobody knows may be
 * a new one of the right provider, and the provider itself is asked.
 */
export function foreignKey(provider: Provider, key: string): string | undefined {
  const { name, key: own } = providerOf(provider);
  const known = (begins: RegExp) => begins.exec(key)?.[0].length ?? 0;
  const [likest] = SHAPES.toSorted((a, b) => known(b.begins) - known(a.begins));
  if (likest === undefined || known(likest.begins) <= known(own.begins)) return undefined;
  return `This looks like a key of ${likest.name}, not of ${name}`;
}
