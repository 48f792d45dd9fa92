import type { Config } from "../../../shared/ai-configs/config.ts";
import type { LatchkeyError } from "../../../shared/errors.ts";
import { cutText } from "../../../shared/mail/cut.ts";
import type { ProviderAnswer } from "../../../shared/providers/api.ts";
import type { Price } from "../../../shared/providers/price.ts";
import type { ReportedTokens } from "../../../shared/providers/tokens.ts";
import type { Answer, Used } from "../../../shared/runs/run.ts";
import { priceFor } from "./price-for.ts";

/** A DynamoDB row holds 400 KB. An answer of this many UTF-16 units takes at most 180 KB. */
const MAX_ANSWER = 60_000;

type Model = Pick<Config, "provider" | "model_name" | "owner_price">;

/** The answer as the run stores it, with its cost at today's price. */
export async function priceAnswer(
  model: Model,
  { text, tokens, stop, served }: ProviderAnswer,
  now: Date,
): Promise<Answer> {
  const price = await priceFor(model, tokens, now, served);
  return {
    text: cutText(text, MAX_ANSWER),
    ...usedFor(tokens, price),
    ...(tokens.cacheWritten && { tokens_cache_written: tokens.cacheWritten }),
    price,
    ...(tokens.doubt && { usage_doubt: tokens.doubt }),
    ...(served.model && { answered_by: served.model }),
    ...(served.tier && { service_tier: served.tier }),
    ...(served.geo && { inference_geo: served.geo }),
    ...((stop !== "end" || text.length > MAX_ANSWER) && { cut: true }),
    ...(stop === "broken" && { broken: true }),
  };
}

/** Tokens that the provider billed for a call without a usable answer. Undefined if it reported none. */
export async function priceFailure(model: Model, { tokens }: LatchkeyError, now: Date): Promise<Used | undefined> {
  return tokens && usedFor(tokens, await priceFor(model, tokens, now));
}

function usedFor({ input, output, cached, reasoning }: ReportedTokens, price: Price | null): Used {
  return {
    tokens_in: input,
    tokens_out: output,
    tokens_cached: cached,
    tokens_reasoning: reasoning,
    cost_nano_usd: price?.cost_nano_usd ?? null,
  };
}
