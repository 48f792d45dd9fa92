import * as z from "zod";
import { loadProvider } from "../../shared/providers/load.ts";
import { canChat } from "../../shared/providers/models.ts";
import { PROVIDERS } from "../../shared/providers/registry.ts";
import type { Row } from "./compare.ts";

/** One entry of `model_prices_and_context_window.json`. Prices are in USD per token. */
const entry = z.object({
  litellm_provider: z.string(),
  mode: z.literal("chat"),
  input_cost_per_token: z.number().positive(),
  output_cost_per_token: z.number().positive(),
  cache_read_input_token_cost: z.number().nullish(),
  deprecation_date: z.string().nullish(),
});
const table = z.record(z.string(), z.unknown());

/** LiteLLM's rows for our providers (it names them as we do), without models that cannot answer mails. */
export async function readLiteLlm(json: unknown): Promise<Row[]> {
  const loaded = await Promise.all(PROVIDERS.map(loadProvider));
  return Object.entries(table.parse(json)).flatMap(([key, value]) => {
    const model = entry.safeParse(value).data;
    const provider = loaded.find(({ id }) => id === model?.litellm_provider);
    if (model === undefined || provider === undefined) return [];
    const name = key.replace(`${provider.id}/`, "");
    const isFineTuned = name.startsWith("ft:");
    if (!canChat(provider.models, name) || (!isFineTuned && provider.models.notOffered.test(name))) return [];
    const perMillion = (usd: number) => Number((usd * 1e6).toPrecision(9));
    const cached = model.cache_read_input_token_cost;
    return [
      {
        provider: provider.id,
        name,
        input: perMillion(model.input_cost_per_token),
        output: perMillion(model.output_cost_per_token),
        ...(cached && { cached: perMillion(cached) }),
        ...(model.deprecation_date && { endsOn: model.deprecation_date }),
      },
    ];
  });
}
