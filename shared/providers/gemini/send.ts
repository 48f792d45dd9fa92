import { GoogleGenerativeAI } from "@google/generative-ai";
import type { ProviderCall } from "../api.ts";
import { settingsFor } from "../models.ts";
import { alternateTurns } from "../turns.ts";
import { NO_KEY, type Wire } from "../wire.ts";
import { models } from "./models.ts";

/** Asks Google through streamGenerateContent of the Gemini API (v1beta, the only version with the newest models). */
export async function send(call: ProviderCall, wire: Wire): Promise<void> {
  // The name becomes part of the path.
  if (!/^(models\/|tunedModels\/)?[\w.-]+$/.test(call.model)) throw new Error("This is not a valid model name.");
  const { temperature, maxTokens } = settingsFor(models, call.model, call);
  const model = new GoogleGenerativeAI(NO_KEY).getGenerativeModel(
    {
      model: call.model,
      systemInstruction: call.system,
      generationConfig: { maxOutputTokens: maxTokens, ...(temperature === undefined ? {} : { temperature }) },
    },
    { baseUrl: wire.origin },
  );
  const contents = alternateTurns(call.turns).map(({ role, text }) => ({
    role: role === "assistant" ? "model" : "user",
    parts: [{ text }],
  }));
  const { response } = await withFetch(wire.fetch, () => model.generateContentStream({ contents }));
  // The answer is read from the wire. This promise is already running and rejects if the answer is not a stream.
  response.catch(() => undefined);
}

/**
 * This SDK has no option for fetch: it takes the global fetch when it is called and uses it later. So the wire
 * replaces the global for that moment, in which no other code runs.
 */
function withFetch<T>(fetch: typeof globalThis.fetch, start: () => T): T {
  const original = globalThis.fetch;
  globalThis.fetch = fetch;
  try {
    return start();
  } finally {
    globalThis.fetch = original;
  }
}
