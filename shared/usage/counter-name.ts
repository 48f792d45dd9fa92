import { PROVIDERS, type Provider } from "../providers/registry.ts";
import { PAYERS, type PaidBy } from "./paid-by.ts";

export const COUNTER_FIELDS = [
  "mails",
  "tokens_in",
  "tokens_out",
  "tokens_cached",
  "tokens_reasoning",
  /** 1e-9 USD in whole numbers, so that sums are exact. */
  "cost_nano_usd",
  "mails_unpriced",
  "calls_lost",
] as const;
export type CounterField = (typeof COUNTER_FIELDS)[number];

/** What one counter of a (user, day) item counts. */
export type Counter = { paidBy: PaidBy; agentId: string; provider: Provider; model: string; field: CounterField };

/** The platform's costs have separate names, so that no sum over an owner's counters includes them. */
const KINDS = { owner: "c", platform: "p" } as const satisfies Record<PaidBy, string>;

/**
 * The attribute that holds a counter: `c:{agent}:{provider}:{model}:{field}`, or `p:` where the platform paid. Counters
 * are flat attributes, so that one write can add to several of them whether they exist or not. The model is a user's
 * text, and is encoded so that it contains no `:`.
 */
export function counterName({ paidBy, agentId, provider, model, field }: Counter): string {
  return `${KINDS[paidBy]}:${agentId}:${provider}:${encodeModel(model)}:${field}`;
}

/** Undefined for an attribute that is not a counter. */
export function parseCounterName(name: string): Counter | undefined {
  const [kind, agentId, provider, model, field, ...rest] = name.split(":");
  const paidBy = PAYERS.find((payer) => KINDS[payer] === kind);
  if (paidBy === undefined || !agentId || model === undefined || rest.length > 0) return undefined;
  const knownProvider = PROVIDERS.find((known) => known === provider);
  const knownField = COUNTER_FIELDS.find((known) => known === field);
  if (knownProvider === undefined || knownField === undefined) return undefined;
  return { paidBy, agentId, provider: knownProvider, model: decodeURIComponent(model), field: knownField };
}

/** encodeURIComponent throws on half of a surrogate pair, which a user's text can contain. */
function encodeModel(model: string): string {
  return encodeURIComponent(model.toWellFormed());
}
