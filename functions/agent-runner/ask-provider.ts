import type { Config } from "../../shared/ai-configs/config.ts";
import { type ErrorCode, LatchkeyError } from "../../shared/errors.ts";
import { cutText } from "../../shared/mail/cut.ts";
import type { ProviderAnswer, ProviderCall } from "../../shared/providers/api.ts";
import { askProvider } from "../../shared/providers/ask.ts";
import { CALL_MS } from "../../shared/providers/call-time.ts";
import { handlingOf } from "../../shared/providers/handling.ts";
import { loadProvider } from "../../shared/providers/load.ts";
import type { Price } from "../../shared/providers/price.ts";
import type { ReportedTokens } from "../../shared/providers/tokens.ts";
import { MAX_CALLS_LOST } from "../../shared/runs/ledger.ts";
import { RUN_REASONS, type RunReason } from "../../shared/runs/reasons.ts";
import type { Answer, Run, Used } from "../../shared/runs/run.ts";
import { timeLeft } from "./age.ts";
import { backoff } from "./backoff.ts";
import { LONGEST_WAIT_SECONDS } from "./outage.ts";
import { priceFor } from "./price-for.ts";
import { held, type Stop } from "./stop.ts";

/*
 * The times of one invocation, which Lambda ends after 360 s (infra/agent-runs.ts). The jobs of a batch begin together,
 * so each has all of it: up to 45 s to read the mail and reserve, 295 s for the call, 20 s to store, count and send. A job
 * that was slow to begin gets a shorter call; one with less than 20 + 30 s left asks nobody and waits for an invocation
 * of its own. No heartbeat is needed: a lease ends 5 s after its invocation must have ended, and never before. The queue
 * shows a job to nobody else for 6 × 360 s, so that a batch which Lambda throttles is not handed out twice.
 */
/** What must be left of the invocation after the call: to store the answer, count it and send it. */
const RESERVED_MS = 20_000;
/** A call cut off after less would often be paid for and give nothing. */
export const SHORTEST_CALL_MS = 30_000;
/** A row of DynamoDB holds 400 KB; an answer of this many UTF-16 units takes 180 KB at the most. */
const MAX_ANSWER = 60_000;

/** Milliseconds that a provider call may take in an invocation that ends at `deadline`; none when not positive. */
export function callTime(deadline: Date, now: Date): number {
  return Math.min(CALL_MS, deadline.getTime() - now.getTime() - RESERVED_MS);
}

/** Asks once. An error of the provider comes back as a LatchkeyError; any other error is a bug and is thrown. */
export async function askOnce(
  config: Pick<Config, "provider" | "model_name" | "temperature" | "max_tokens">,
  call: Omit<ProviderCall, "model" | "temperature" | "maxTokens" | "signal">,
  milliseconds: number,
): Promise<ProviderAnswer | LatchkeyError> {
  const provider = await loadProvider(config.provider);
  try {
    const signal = AbortSignal.timeout(Math.max(milliseconds, 1));
    const { model_name: model, temperature, max_tokens: maxTokens } = config;
    return await askProvider(provider, { ...call, model, temperature, maxTokens, signal });
  } catch (error) {
    if (error instanceof LatchkeyError) return error;
    throw error;
  }
}

type Model = Pick<Config, "provider" | "model_name" | "owner_price">;

/** The answer as the run keeps it, with its cost at today's price. */
export async function priced(model: Model, { text, tokens, stop, served }: ProviderAnswer, now: Date): Promise<Answer> {
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

/** What a call used whose answer is none, where the provider reported it. */
export async function usedBy(model: Model, { tokens }: LatchkeyError, now: Date): Promise<Used | undefined> {
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

/** What a failed call means for the run, which has already counted it if its outcome is unknown. */
export function afterFailure(run: Run, error: LatchkeyError, now: Date): Stop {
  if (!error.retry) return held(isRunReason(error.code) ? error.code : "bad_call");
  if (run.calls_lost >= MAX_CALLS_LOST) return held("answer_lost");
  const { outage, acts } = handlingOf(error) ?? {};
  const longest = outage ? LONGEST_WAIT_SECONDS : undefined;
  // What the operators must mend is no mail's end, whatever wait was asked for: it waits as in any outage.
  const asked = acts === "operator" ? undefined : error.retryAfter;
  if (asked !== undefined && asked * 1000 > timeLeft(run, now)) return held(outage ? "provider_down" : "rate_limited");
  return { stop: "wait", seconds: backoff(run.attempts, asked, undefined, longest), why: error.code };
}

function isRunReason(code: ErrorCode): code is ErrorCode & RunReason {
  return Object.hasOwn(RUN_REASONS, code);
}
