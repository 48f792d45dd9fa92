import type { Secret } from "../secret.ts";
import type { Question } from "./api.ts";
import { type Checked, isRefusal } from "./checked.ts";
import type { LoadedProvider } from "./load.ts";
import { post } from "./post.ts";
import { tellOperators } from "./tell-operators.ts";

/** A provider that needs longer is taken for down: the function behind the API has 15 s in all. */
const CHECK_MS = 8_000;

/** A key with the model that it is to be used for. */
export type KeyToCheck = { key: Secret; model: string };

/** Asks the provider about a key by calls that bill nothing. Nothing that the provider says comes out. */
export async function checkKey(
  provider: LoadedProvider,
  { key, model }: KeyToCheck,
  milliseconds = CHECK_MS,
): Promise<Checked> {
  const signal = AbortSignal.timeout(milliseconds);
  const answers = await Promise.all(provider.check(model).map((each) => put(each, provider, { key, signal })));
  return answers.find(isRefusal) ?? answers[0] ?? "unverified";
}

async function put(
  { path, init, read, counts }: Question,
  provider: LoadedProvider,
  from: { key: Secret; signal: AbortSignal },
): Promise<Checked> {
  const posted = await post(provider, from, async (wire) => {
    const response = await wire.fetch(`${wire.origin}${path}`, init);
    if (!response.ok) throw new Error("The check was refused.");
    return read(await response.json());
  });
  if ("answer" in posted) return posted.answer;
  tellOperators(posted.error, provider.id);
  const { code } = posted.error;
  return isRefusal(code) && (counts?.(code, posted.body) ?? true) ? code : "unverified";
}
