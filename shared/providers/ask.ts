import { toAnswer } from "./answer.ts";
import type { ProviderAnswer, ProviderCall } from "./api.ts";
import type { LoadedProvider } from "./load.ts";
import { choosePatience } from "./patience.ts";
import { postCall } from "./post.ts";
import { readReply } from "./read-reply.ts";
import { checkServed } from "./served.ts";
import type { Wire } from "./wire.ts";

/**
 * Asks one provider once: no retry, no tools. If a stream breaks off, the text that arrived is the answer.
 * @throws LatchkeyError with one of the provider codes of errors.ts, never with the provider's own text
 */
export async function askProvider(provider: LoadedProvider, call: ProviderCall): Promise<ProviderAnswer> {
  const patience = call.patience ?? choosePatience(provider.models, call.model);
  const posted = await postCall(provider, { ...call, patience }, async (wire) => {
    await sendKeepingPartial(provider, call, wire);
    return readReply(provider, wire);
  });
  if ("error" in posted) throw posted.error;
  const { broken, ...answer } = posted.answer;
  return toAnswer(provider.finishes, { ...answer, served: checkServed(answer.served, call.key.reveal()) }, broken);
}

/**
 * An SDK fails when the connection breaks or something is unknown to it. Text that has arrived is paid for, so it is
 * read anyway.
 */
async function sendKeepingPartial({ send }: LoadedProvider, call: ProviderCall, wire: Wire): Promise<void> {
  try {
    await send(call, wire);
  } catch (error) {
    if (wire.partial === undefined && !wire.reply?.ok) throw error;
  }
}
