import { number } from "../../components/form/checks.ts";
import { NumberField } from "../../components/form/number-field.tsx";
import type { ApiForm } from "../../components/form/use-api-form.ts";
import type { Config } from "../../components/providers.ts";

/** The fields' values: empty, or USD per million tokens. The API reports an error in any of them as `ownerPrice`. */
export type PriceValues = {
  ownerPrice: number | string;
  ownerPriceOutput: number | string;
  ownerPriceCached: number | string;
};

export function priceValues({ owner_price: price }: Config): PriceValues {
  return {
    ownerPrice: price?.usd_per_million_input ?? "",
    ownerPriceOutput: price?.usd_per_million_output ?? "",
    ownerPriceCached: price?.usd_per_million_cached ?? "",
  };
}

/** A price needs all its parts, or none. */
export function priceFaults({ ownerPrice, ownerPriceOutput, ownerPriceCached }: PriceValues) {
  if (ownerPrice === "" && ownerPriceOutput === "" && ownerPriceCached === "") return {};
  const bounds = { min: 0, max: 10_000 };
  const faults = {
    ownerPrice: number(ownerPrice, bounds),
    ownerPriceOutput: number(ownerPriceOutput, bounds),
    ownerPriceCached: ownerPriceCached === "" ? undefined : number(ownerPriceCached, bounds),
  };
  return Object.fromEntries(Object.entries(faults).flatMap(([name, fault]) => (fault ? [[name, fault]] : [])));
}

/** The price to send. Null removes a stored price. */
export function givenPrice({ ownerPrice, ownerPriceOutput, ownerPriceCached }: PriceValues, config: Config) {
  if (ownerPrice === "") return config.owner_price === null ? {} : { ownerPrice: null };
  const cached = ownerPriceCached === "" ? {} : { usdPerMillionCached: Number(ownerPriceCached) };
  const price = { usdPerMillionInput: Number(ownerPrice), usdPerMillionOutput: Number(ownerPriceOutput), ...cached };
  return { ownerPrice: price };
}

/** For a model that no price list knows. Without a price, a budget holds its mails. */
export function PriceFields<Values extends PriceValues & Record<string, unknown>>({
  form,
}: Pick<ApiForm<Values>, "form">) {
  return (
    <>
      <NumberField
        form={form}
        name="ownerPrice"
        label="Input price, in USD per million tokens"
        description="Latchkey does not know this model's price. With a price, its cost is counted and budgets work."
        digits={6}
      />
      <NumberField form={form} name="ownerPriceOutput" label="Output price" digits={6} />
      <NumberField
        form={form}
        name="ownerPriceCached"
        label="Price of cached input"
        description="Leave it empty to use the input price."
        digits={6}
      />
    </>
  );
}
