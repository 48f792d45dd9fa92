import { toAnswer } from "./answer.ts";
import type { ProviderAnswer, ProviderCall } from "./api.ts";
import type { LoadedProvider } from "./load.ts";
import { post } from "./post.ts";

/**
 * Asks one provider once: no retry, no streaming, no tools.
 * @throws LatchkeyError with one of the provider codes of errors.ts, and never the provider's own text
 */
export async function ask(provider: LoadedProvider, call: ProviderCall): Promise<ProviderAnswer> {
  const posted = await post(provider, call, async (wire) => provider.read(await provider.send(call, wire)));
  if ("answer" in posted) return toAnswer(provider.finishes, posted.answer);
  throw posted.error;
}
