import type { Config } from "../ai-configs/config.ts";

/** The settings that decide how much is reserved for a call. A budget below that amount holds every mail. */
type Row = Pick<Config, "provider" | "model_name" | "max_tokens">;

/**
 * The shortest possible prompt in bytes: the text that every agent is given. A reservation counts each byte as a token.
 */
export const LEAST_INPUT = 400;

/** Warnings for the owner of a budget that has no room for one call with these keys, even if nothing is spent yet. */
export async function budgetWarnings(
  { budget, whose }: { budget: number | null | undefined; whose: string },
  rows: Row[],
  now: Date,
): Promise<string[]> {
  if (budget === null || budget === undefined) return [];
  const all = await Promise.all(rows.map((row) => warning({ budget, whose }, row, now)));
  return all.filter((each) => each !== undefined);
}

async function warning({ budget, whose }: { budget: number; whose: string }, row: Row, now: Date) {
  const { model_name, max_tokens } = row;
  const least = await leastSetAside(row, now);
  if (least === undefined) {
    return `${whose} holds every mail for ${model_name}: the model has no listed price, so nobody knows what an answer would cost.`;
  }
  if (least <= budget * 1e9) return undefined;
  return `${whose} of $${budget} has no room for one answer of ${model_name}: for up to ${max_tokens} tokens at least $${rounded(least)} is reserved. Every mail for it is held. Raise the budget, choose a cheaper model, or lower the key's token limit.`;
}

/** In 1e-9 USD. Undefined where the model has no listed price. The price list is large, so it is loaded here. */
async function leastSetAside({ provider, model_name, max_tokens }: Row, now: Date): Promise<number | undefined> {
  const { priceOf } = await import("../providers/price.ts");
  const tokens = { input: LEAST_INPUT, output: max_tokens, cached: 0, reasoning: 0 };
  return priceOf(provider, model_name, tokens, now)?.cost_nano_usd;
}

function rounded(nanoUsd: number): string {
  const usd = nanoUsd / 1e9;
  return usd.toFixed(usd < 0.1 ? 4 : 2);
}
