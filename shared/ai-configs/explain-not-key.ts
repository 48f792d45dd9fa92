import * as z from "zod/mini";
import { joinProviders } from "../providers/registry.ts";
import { findKeys } from "./key-in-text.ts";
import { readKey } from "./read-key.ts";

/** Things that people paste instead of a key. The first match names it. Nothing of the text is repeated. */
const NO_KEYS: readonly { is: RegExp; says: string }[] = [
  {
    is: /\.\.\.|\*{2}/,
    says: "This is the shortened form in which a key is shown. Copy the whole key, or make a new one",
  },
  { is: /^https?:\/\//i, says: "This is a web address, not a key" },
  { is: /^[^\s@]+@[^\s@]+\.[a-z]+$/i, says: "This is an e-mail address, not a key" },
  {
    is: /-----BEGIN|"private_key"|service_account/,
    says: "This is a private key of a service account, not an API key",
  },
  { is: /^(sk-admin-|sk-ant-admin)/, says: "This is an admin key, with which no mail can be answered" },
  { is: /^(sk-ant-o[ar]t|ya29\.)/, says: "This is a token of a log-in, which ends by itself, not an API key" },
  { is: /^eyJ[\w-]+\./, says: "This is a token of a log-in, which ends by itself, not an API key" },
  {
    is: /^(org|user)-\w+$|^(proj|apikey|wrkspc|asst)_\w+$/,
    says: "This is the id of a key or an account, not the key",
  },
  { is: /^(gpt-\d|chatgpt-|claude-|gemini-\d|o\d-)[\w.-]{1,40}$/, says: "This is the name of a model, not a key" },
  {
    is: /^\$|^%\w+%$|^process\.env|^os\.environ|^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*_(KEY|TOKEN)$|your[-_ ]?([a-z]+[-_ ])?key/i,
    says: "This is a placeholder. Put the key itself here",
  },
];

/** A sentence that names what the text is if it is not a key. Undefined if it may be a key or is empty. */
export function explainNotKey(pasted: string): string | undefined {
  if (pasted.trim() === "") return undefined;
  const key = readKey(pasted);
  if (key === "") return "There is no key in this";
  if (findKeys(pasted).length > 1 && findKeys(key).length !== 1) return "There are several keys in this";
  const known = NO_KEYS.find(({ is }) => is.test(key));
  if (known) return known.says;
  if (/\s/.test(key))
    return `This is a text, not a key. A key is one word, as ${joinProviders(({ key: { looksLike } }) => looksLike)}`;
  return undefined;
}

/** For a field that takes a key: refuses anything else with a sentence, before all other checks. */
export const isKey = z.check<string>((of) => {
  const message = explainNotKey(of.value);
  if (message !== undefined) of.issues.push({ code: "custom", message, input: undefined, continue: false });
});
