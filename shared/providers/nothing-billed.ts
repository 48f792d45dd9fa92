import * as z from "zod/mini";
import type { Provider } from "../api/fields.ts";
import type { Checked } from "./check-key.ts";
import { ORIGINS } from "./wire.ts";

/** One call that costs nothing, and what its outcome says of a key. */
export type Question = {
  url: string;
  init: RequestInit;
  /** What a 200 says. @throws where it is not the answer to this question */
  read: (body: unknown) => Checked;
  /** False for a refusal that says nothing of the key; left out: every refusal counts. */
  counts?: (means: Checked, body: string) => boolean;
};

const JSON_BODY = { "content-type": "application/json" };

const listedModel = z.object({ id: z.string() });
const geminiModel = z.object({ supportedGenerationMethods: z.array(z.string()) });
const counted = z.object({ input_tokens: z.number() });

/** What each provider is asked, the main question first. */
export const NOTHING_BILLED: Record<Provider, (model: string) => Question[]> = {
  openai: (model) => [
    {
      // https://developers.openai.com/api/reference/resources/models/methods/retrieve
      url: `${ORIGINS.openai}/v1/models/${encodeURIComponent(model)}`,
      init: {},
      read: (body) => listedModel.parse(body) && "active",
      // A restricted key may be allowed to chat and not to read models: that says nothing against it.
      counts: (_, body) => !/missing scopes/i.test(body),
    },
    {
      // Free of charge. By users' reports it is refused while the account has no credit, as reading a model is not; where
      // that is not so, the first mail shows it. https://developers.openai.com/api/docs/guides/moderation
      url: `${ORIGINS.openai}/v1/moderations`,
      init: { method: "POST", headers: JSON_BODY, body: JSON.stringify({ input: "hello" }) },
      read: () => "active",
      counts: (means) => means === "no_credit",
    },
  ],
  gemini: (model) => [
    {
      // https://ai.google.dev/api/models#method:-models.get
      url: `${ORIGINS.gemini}/v1beta/${geminiPath(model)}`,
      init: {},
      read: (body) =>
        geminiModel.parse(body).supportedGenerationMethods.includes("generateContent") ? "active" : "model_unavailable",
    },
  ],
  anthropic: (model) => [
    {
      // "Token counting is free to use", and refused without credit as a message is:
      // https://platform.claude.com/docs/en/build-with-claude/token-counting
      url: `${ORIGINS.anthropic}/v1/messages/count_tokens`,
      init: {
        method: "POST",
        headers: { ...JSON_BODY, "anthropic-version": "2023-06-01" },
        body: JSON.stringify({ model, messages: [{ role: "user", content: "hello" }] }),
      },
      read: (body) => counted.parse(body) && "active",
    },
  ],
};

/** `models/x` and `tunedModels/x` are names with their folder; any other is a model. */
function geminiPath(model: string): string {
  const [, folder = "models", name = model] = /^(models|tunedModels)\/(.*)$/.exec(model) ?? [];
  return `${folder}/${encodeURIComponent(name)}`;
}
