import { type Provider, providerOf, REGISTRY } from "../providers/registry.ts";

/** The prefixes of other companies' keys that users often have too (November 2026), and of our own API tokens. */
const OTHERS: readonly { begins: RegExp; name: string }[] = [
  { begins: /^lk_/, name: "Latchkey" },
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

/** The company whose keys begin like this one. Undefined where no known keys do. */
export function recognizeKey(key: string): string | undefined {
  return likest(key)?.name;
}

/** The longest matching prefix wins: `sk-ant-` is Anthropic's, while `sk-` alone is OpenAI's. */
function likest(key: string): { name: string; length: number } | undefined {
  const known = SHAPES.map(({ begins, name }) => ({ name, length: lengthOf(begins, key) }));
  return known.filter(({ length }) => length > 0).toSorted((a, b) => b.length - a.length)[0];
}

function lengthOf(begins: RegExp, key: string): number {
  return begins.exec(key)?.[0].length ?? 0;
}

/**
 * A sentence that names the company whose key this seems to be, if it is not this provider. It repeats nothing of the
 * key. A key of an unknown form may be a new form of the right provider, so the provider itself is asked.
 */
export function explainForeignKey(provider: Provider, key: string): string | undefined {
  const { name, key: own } = providerOf(provider);
  const other = likest(key);
  if (other === undefined || other.length <= lengthOf(own.begins, key)) return undefined;
  return `This looks like a key of ${other.name}, not of ${name}`;
}
