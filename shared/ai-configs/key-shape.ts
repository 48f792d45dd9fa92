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
  { begins: /^(gh[pousr]_|github_pat_)/, name: "GitHub" },
  { begins: /^glpat-/, name: "GitLab" },
  { begins: /^csk-/, name: "Cerebras" },
  { begins: /^nvapi-/, name: "NVIDIA" },
  { begins: /^fw_/, name: "Fireworks AI" },
  { begins: /^tgp_v1_/, name: "Together AI" },
  { begins: /^tvly-/, name: "Tavily" },
  { begins: /^lsv2_/, name: "LangSmith" },
  { begins: /^vck_/, name: "Vercel" },
  { begins: /^npm_/, name: "npm" },
  { begins: /^SG\./, name: "SendGrid" },
  { begins: /^(sk|rk|pk)_(live|test)_/, name: "Stripe" },
  { begins: /^sk_/, name: "ElevenLabs" },
  { begins: /^xox[abprs]-/, name: "Slack" },
  { begins: /^(ya29\.|GOCSPX-)/, name: "Google's log-in" },
];

const SHAPES = [...REGISTRY.map(({ key, name }) => ({ begins: key.begins, name })), ...OTHERS];

/** Whose key this is by how it begins; undefined where nobody's keys begin so. */
export function whoseKey(key: string): string | undefined {
  return likest(key)?.name;
}

/** The longest beginning counts: `sk-ant-` is Anthropic's, and `sk-` alone OpenAI's. */
function likest(key: string): { name: string; length: number } | undefined {
  const known = SHAPES.map(({ begins, name }) => ({ name, length: lengthOf(begins, key) }));
  return known.filter(({ length }) => length > 0).toSorted((a, b) => b.length - a.length)[0];
}

function lengthOf(begins: RegExp, key: string): number {
  return begins.exec(key)?.[0].length ?? 0;
}

/**
 * A sentence that names whose key this looks like, where that is not this provider; it repeats nothing of the key. A key
 * of a form that nobody knows may be a new one of the right provider, and the provider itself is asked.
 */
export function foreignKey(provider: Provider, key: string): string | undefined {
  const { name, key: own } = providerOf(provider);
  const other = likest(key);
  if (other === undefined || other.length <= lengthOf(own.begins, key)) return undefined;
  return `This looks like a key of ${other.name}, not of ${name}`;
}
