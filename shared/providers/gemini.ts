import { GoogleGenerativeAI } from "@google/generative-ai";
import * as z from "zod/mini";
import { toAnswer } from "./answer.ts";
import { ask } from "./ask.ts";
import { settingsFor } from "./models.ts";
import type { ProviderAdapter, ProviderCall } from "./provider.ts";
import { alternate } from "./turns.ts";
import { NO_KEY, ORIGINS, type Wire } from "./wire.ts";

const count = z._default(z.number().check(z.int(), z.gte(0)), 0);

const part = z.object({ text: z.optional(z.string()), thought: z.optional(z.boolean()) });
const response = z.object({
  candidates: z._default(
    z.array(
      z.object({
        finishReason: z.optional(z.string()),
        content: z.optional(z.object({ parts: z.optional(z.array(part)) })),
      }),
    ),
    [],
  ),
  promptFeedback: z.optional(z.object({ blockReason: z.optional(z.string()) })),
  usageMetadata: z.object({
    promptTokenCount: count,
    candidatesTokenCount: count,
    cachedContentTokenCount: count,
    thoughtsTokenCount: count,
  }),
});

/** Asks Google by generateContent of the Gemini API (v1beta, which alone has the newest models). */
export const askGemini: ProviderAdapter = async (call) => {
  const answer = await ask("gemini", call, response, (wire) => send(call, wire));
  const candidate = answer.candidates[0];
  const parts = candidate?.content?.parts ?? [];
  const text = parts.map((each) => (each.thought ? "" : (each.text ?? ""))).join("");
  const reason = answer.promptFeedback?.blockReason ? "SAFETY" : (candidate?.finishReason ?? "");
  const usage = answer.usageMetadata;
  return toAnswer("gemini", reason, text, {
    input: usage.promptTokenCount,
    // Thinking is charged as output, but stands outside candidatesTokenCount.
    output: usage.candidatesTokenCount + usage.thoughtsTokenCount,
    cached: usage.cachedContentTokenCount,
    reasoning: usage.thoughtsTokenCount,
  });
};

async function send(call: ProviderCall, wire: Wire): Promise<unknown> {
  // The name becomes a part of the path.
  if (!/^(models\/|tunedModels\/)?[\w.-]+$/.test(call.model)) throw new Error("This cannot be a model's name.");
  const { temperature, maxTokens } = settingsFor("gemini", call.model, call);
  const model = new GoogleGenerativeAI(NO_KEY).getGenerativeModel(
    {
      model: call.model,
      systemInstruction: call.system,
      generationConfig: { maxOutputTokens: maxTokens, ...(temperature === undefined ? {} : { temperature }) },
    },
    { baseUrl: ORIGINS.gemini },
  );
  const contents = alternate(call.turns).map(({ role, text }) => ({
    role: role === "assistant" ? "model" : "user",
    parts: [{ text }],
  }));
  const result = await withFetch(wire.fetch, () => model.generateContent({ contents }));
  return result.response;
}

/**
 * This SDK has no option for fetch: it takes the global one at the moment it is called, and uses it later. So the wire
 * stands in the global's place for that moment, in which no other code runs.
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
