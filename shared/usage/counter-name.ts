import { PROVIDERS, type Provider } from "../api/fields.ts";

export const COUNTER_FIELDS = [
  "mails",
  "tokens_in",
  "tokens_out",
  "tokens_cached",
  "tokens_reasoning",
  /** 1e-9 USD, whole numbers: sums of them are exact. */
  "cost_nano_usd",
  "mails_unpriced",
  "calls_lost",
] as const;
export type CounterField = (typeof COUNTER_FIELDS)[number];

/** What one counter of a (user, day) item counts. */
export type Counter = { agentId: string; provider: Provider; model: string; field: CounterField };

/**
 * The attribute that holds a counter: `c:{agent}:{provider}:{model}:{field}`. Counters are flat attributes, so that one
 * write can add to several of them whether they are there or not. The model is a user's text: encoded, it holds no `:`.
 */
export function counterName({ agentId, provider, model, field }: Record<keyof Counter, string>): string {
  return `c:${agentId}:${provider}:${encodeModel(model)}:${field}`;
}

/** Undefined for an attribute that is no counter. */
export function parseCounterName(name: string): Counter | undefined {
  const [kind, agentId, provider, model, field, ...rest] = name.split(":");
  if (kind !== "c" || !agentId || model === undefined || rest.length > 0) return undefined;
  const counter = {
    agentId,
    provider: PROVIDERS.find((known) => known === provider),
    field: COUNTER_FIELDS.find((known) => known === field),
  };
  if (counter.provider === undefined || counter.field === undefined) return undefined;
  return { agentId, provider: counter.provider, model: decodeURIComponent(model), field: counter.field };
}

/** encodeURIComponent throws on half of a surrogate pair, which a user's text can hold. */
function encodeModel(model: string): string {
  return encodeURIComponent(model.toWellFormed());
}
