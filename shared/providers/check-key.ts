import type { Provider } from "../api/fields.ts";
import type { Secret } from "../secret.ts";
import { failureOf } from "./failures.ts";
import { NOTHING_BILLED, type Question } from "./nothing-billed.ts";
import { Wire } from "./wire.ts";

/** A provider that needs longer is taken for down: the function behind the API has 15 s in all. */
const CHECK_MS = 8_000;

/** What a key can be refused for. */
const REFUSALS = ["key_rejected", "no_credit", "model_unavailable"] as const;
export type KeyRefusal = (typeof REFUSALS)[number];

/** What a check ends with. `unverified`: no clear answer (down, too busy, too slow), so nothing is said against the key. */
export type Checked = "active" | "unverified" | KeyRefusal;

/** A key with the model that it is to be used for. */
export type KeyToCheck = { provider: Provider; key: Secret; model: string };

/** Asks the provider about a key by calls that bill nothing. Nothing that the provider says comes out. */
export async function checkKey({ provider, key, model }: KeyToCheck, milliseconds = CHECK_MS): Promise<Checked> {
  const signal = AbortSignal.timeout(milliseconds);
  const answers = await Promise.all(NOTHING_BILLED[provider](model).map((each) => put(each, provider, key, signal)));
  return answers.find(isRefusal) ?? answers[0] ?? "unverified";
}

export function isRefusal(value: string): value is KeyRefusal {
  return REFUSALS.some((each) => each === value);
}

async function put({ url, init, read, counts }: Question, provider: Provider, key: Secret, signal: AbortSignal) {
  const wire = new Wire(provider, key, signal);
  try {
    const response = await wire.fetch(url, init);
    if (response.ok) return read(await response.json());
  } catch {
    // What went wrong stands on the wire.
  }
  const { code } = failureOf(provider, wire, signal);
  const clear = isRefusal(code) && (counts?.(code, wire.reply?.body ?? "") ?? true);
  return clear ? code : "unverified";
}
