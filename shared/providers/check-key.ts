import type { Secret } from "../secret.ts";
import type { LearntFacts, Question } from "./api.ts";
import { type CheckResult, isRefusal } from "./checked.ts";
import type { LoadedProvider } from "./load.ts";
import { canChat } from "./models.ts";
import { postCall } from "./post.ts";
import { alertOperators } from "./tell-operators.ts";

/** A slower provider counts as down, since the function behind the API has only 15 s. */
const CHECK_MS = 8_000;

/** The row is read with every mail; a hundred names take about 3 KB. */
export const MOST_MODELS = 100;

/** A key and the model that it will be used for. */
export type KeyToCheck = { key: Secret; model: string };

/** The result of a check. */
export type KeyReport = { said: CheckResult; learnt: LearntFacts };

/**
 * Checks a key at its provider with calls that are not billed. The only provider text that is returned is names of
 * models.
 */
export async function checkKey(
  provider: LoadedProvider,
  { key, model }: KeyToCheck,
  milliseconds = CHECK_MS,
): Promise<KeyReport> {
  const signal = AbortSignal.timeout(milliseconds);
  const ask = (question: Question) => askQuestion(question, provider, { key, signal });
  const [checks, lists] = await Promise.all([
    Promise.all(provider.check(model).map(ask)),
    Promise.all(provider.lists(model).map(ask)),
  ]);
  const said = checks.map((each) => each.said);
  const learnt = [...checks, ...lists].map((each) => each.learnt);
  const endsOn = learnt.find((each) => each.endsOn !== undefined)?.endsOn;
  const models = learnt.find((each) => each.models !== undefined)?.models;
  return {
    said: said.find(isRefusal) ?? said[0] ?? "unverified",
    learnt: {
      ...(endsOn !== undefined && { endsOn }),
      ...(models && { models: chatModels(models, provider, key) }),
    },
  };
}

/** Longer strings or other characters are not model names. */
const NAME = /^[\w.:/@-]{1,100}$/;

/** A list is a provider's text, so an entry that contains the key is dropped. */
function chatModels(names: string[], { models }: LoadedProvider, key: Secret): string[] {
  const usable = names.filter((name) => NAME.test(name) && !name.includes(key.reveal()) && canChat(models, name));
  return [...new Set(usable)].slice(0, MOST_MODELS);
}

async function askQuestion(
  { path, init, read, counts, learns }: Question,
  provider: LoadedProvider,
  from: { key: Secret; signal: AbortSignal },
): Promise<KeyReport> {
  const posted = await postCall(provider, from, async (wire) => {
    const response = await wire.fetch(`${wire.origin}${path}`, init);
    if (!response.ok) throw new Error("The check was refused.");
    const body: unknown = await response.json();
    return { said: read(body), learnt: learntFrom(body, learns) };
  });
  if ("answer" in posted) return posted.answer;
  alertOperators(posted.error, provider.id);
  const { code } = posted.error;
  const refused = isRefusal(code) && (counts?.(code, posted.body) ?? true);
  return { said: refused ? code : "unverified", learnt: {} };
}

/** Unreadable facts are ignored: a changed field must not make a good key unverified. */
function learntFrom(body: unknown, learns: Question["learns"]): LearntFacts {
  try {
    return learns?.(body) ?? {};
  } catch {
    return {};
  }
}
