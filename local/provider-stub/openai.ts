import { randomUUID } from "node:crypto";
import * as z from "zod";
import { content, type Protocol } from "./protocol.ts";

const body = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(["system", "developer", "user", "assistant"]), content })),
});

const CODES: Record<number, string> = { 401: "invalid_api_key", 404: "model_not_found", 429: "rate_limit_exceeded" };

/** The stub answers for any. The last two are the founding document's, which are shut down in earnest. */
const MODELS = [
  "gpt-6.1-sol",
  "gpt-6.1-terra",
  "gpt-6-astra",
  "gpt-6-sol",
  "gpt-6-luna",
  "gpt-5.6-sol",
  "gpt-5",
  "gpt-4o",
  "gpt-4",
  "gpt-3.5-turbo",
];

/** https://platform.openai.com/docs/api-reference/chat/create */
export const openai: Protocol = {
  question(path, json) {
    if (path !== "/v1/chat/completions") return undefined;
    const { model, messages } = body.parse(json);
    const system = messages.filter(({ role }) => role === "system" || role === "developer");
    return {
      model,
      system: system.map((message) => message.content).join("\n"),
      messages: messages.flatMap(({ role, content }) =>
        role === "user" || role === "assistant" ? [{ role, text: content }] : [],
      ),
    };
  },
  models: (path) =>
    path === "/v1/models"
      ? { object: "list", data: MODELS.map((id) => ({ id, object: "model", created: 0, owned_by: "stub" })) }
      : undefined,
  check(path) {
    const model = /^\/v1\/models\/(.+)$/.exec(path)?.[1];
    if (model !== undefined) {
      const id = decodeURIComponent(model);
      return { model: id, answer: { id, object: "model", created: 0, owned_by: "stub" } };
    }
    const moderation = { id: "modr-1", model: "omni-moderation-latest", results: [{ flagged: false }] };
    return path === "/v1/moderations" ? { model: "gpt-4", answer: moderation } : undefined;
  },
  modelNames: /^(ft:|gpt-|chatgpt-|o\d)/,
  noCredit: { status: 429, message: "You exceeded your current quota.", code: "insufficient_quota" },
  badKey: { status: 401, message: "Incorrect API key provided.", code: "invalid_api_key" },
  answer: ({ model }, text, usage) => ({
    id: `chatcmpl-${randomUUID()}`,
    object: "chat.completion",
    created: Math.floor(Date.now() / 1_000),
    model,
    choices: [
      { index: 0, message: { role: "assistant", content: text, refusal: null }, logprobs: null, finish_reason: "stop" },
    ],
    usage: {
      prompt_tokens: usage.input,
      completion_tokens: usage.output,
      total_tokens: usage.input + usage.output,
      prompt_tokens_details: { cached_tokens: usage.cached },
      completion_tokens_details: { reasoning_tokens: usage.reasoning },
    },
  }),
  failure: ({ status, message, code }) => ({
    error: {
      message,
      type: code ?? (status < 500 ? "invalid_request_error" : "server_error"),
      param: null,
      code: code ?? CODES[status] ?? null,
    },
  }),
};
