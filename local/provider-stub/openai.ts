import { randomUUID } from "node:crypto";
import * as z from "zod";
import { content, type Protocol, type Usage } from "./protocol.ts";

const body = z.object({
  model: z.string(),
  stream: z.boolean().default(false),
  messages: z.array(z.object({ role: z.enum(["system", "developer", "user", "assistant"]), content })),
});

const CODES: Record<number, string> = { 401: "invalid_api_key", 404: "model_not_found", 429: "rate_limit_exceeded" };

/** The stub answers for any model. The last two are the founding document's and have been shut down. */
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
    const { model, messages, stream } = body.parse(json);
    const system = messages.filter(({ role }) => role === "system" || role === "developer");
    return {
      model,
      system: system.map((message) => message.content).join("\n"),
      messages: messages.flatMap(({ role, content }) =>
        role === "user" || role === "assistant" ? [{ role, text: content }] : [],
      ),
      stream,
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
    service_tier: "default",
    usage: usageOf(usage),
  }),
  // https://developers.openai.com/api/reference/resources/chat/subresources/completions/streaming-events
  events({ model }, pieces, usage) {
    const chunk = (choices: object[], more: object = {}) => ({
      data: {
        ...{ id: `chatcmpl-${randomUUID()}`, object: "chat.completion.chunk", created: 0, model },
        ...{ service_tier: "default", choices, usage: null, ...more },
      },
    });
    const choice = (delta: object, finish_reason: string | null = null) => [{ index: 0, delta, finish_reason }];
    return [
      chunk(choice({ role: "assistant", content: "", refusal: null })),
      ...pieces.map((content) => chunk(choice({ content }))),
      chunk(choice({}, "stop")),
      chunk([], { usage: usageOf(usage) }),
      { data: "[DONE]" },
    ];
  },
  failure: ({ status, message, code }) => ({
    error: {
      message,
      type: code ?? (status < 500 ? "invalid_request_error" : "server_error"),
      param: null,
      code: code ?? CODES[status] ?? null,
    },
  }),
};

function usageOf(usage: Usage): object {
  return {
    prompt_tokens: usage.input,
    completion_tokens: usage.output,
    total_tokens: usage.input + usage.output,
    prompt_tokens_details: { cached_tokens: usage.cached },
    completion_tokens_details: { reasoning_tokens: usage.reasoning },
  };
}
