import type * as z from "zod/mini";
import type { Provider } from "../api/fields.ts";
import { failureOf } from "./failures.ts";
import type { ProviderCall } from "./provider.ts";
import { Wire } from "./wire.ts";

/**
 * One call of an SDK over a wire of its own, and its answer as `schema` has it.
 * @throws LatchkeyError for whatever goes wrong, with nothing of the SDK's error in it
 */
export async function ask<T extends z.ZodMiniType>(
  provider: Provider,
  call: ProviderCall,
  schema: T,
  send: (wire: Wire) => Promise<unknown>,
): Promise<z.infer<T>> {
  const wire = new Wire(provider, call.key, call.signal);
  try {
    return schema.parse(await send(wire));
  } catch {
    throw failureOf(provider, wire, call.signal);
  }
}
