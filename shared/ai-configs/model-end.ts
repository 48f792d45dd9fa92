import type { Ending } from "../providers/api.ts";
import { loadProvider } from "../providers/load.ts";
import { endingOf } from "../providers/models.ts";
import type { Config } from "./config.ts";

/**
 * When a key's model ends: as the provider reported when it was last asked, otherwise as it published. The successor is
 * always the published one. Undefined where no end is known.
 */
export async function modelEnd({
  provider,
  model_name,
  model_ends_on,
}: Pick<Config, "provider" | "model_name" | "model_ends_on">): Promise<Omit<Ending, "models"> | undefined> {
  const published = endingOf((await loadProvider(provider)).models, model_name);
  const endsOn = model_ends_on ?? published?.endsOn;
  return endsOn === undefined ? undefined : { ...published, endsOn };
}
