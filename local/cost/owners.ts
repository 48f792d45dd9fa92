import { findPrice } from "../../shared/providers/find-price.ts";
import { REGISTRY } from "../../shared/providers/registry.ts";
import type { Size } from "./bill.ts";

export type Paid = { provider: string; model: string; usd: number | undefined };

/** The owners' monthly cost at their providers, if all mails were answered by the provider's default model. */
export function paidByOwners({ mails, tokensIn, tokensOut }: Size, at: Date): Paid[] {
  return REGISTRY.map(({ id, name, defaultModel }) => {
    const usage = { input_tokens: tokensIn, output_tokens: tokensOut };
    const found = findPrice(id, defaultModel, usage, at);
    return { provider: name, model: defaultModel, usd: found && found.usd * mails };
  });
}
