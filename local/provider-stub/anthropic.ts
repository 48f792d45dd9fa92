import { randomUUID } from "node:crypto";
import * as z from "zod";
import { content, type Protocol, type Usage } from "./protocol.ts";

const body = z.object({
  model: z.string(),
  system: content.default(""),
  stream: z.boolean().default(false),
  messages: z.array(z.object({ role: z.enum(["user", "assistant"]), content })),
});

/** https://docs.claude.com/en/api/errors */
const TYPES: Record<number, string> = {
  400: "invalid_request_error",
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  529: "overloaded_error",
};

const MODELS = [
  "claude-haiku-5-5",
  "claude-sonnet-5-5",
  "claude-opus-5-5",
  "claude-sonnet-5",
  "claude-haiku-4-5-20251001",
];

/** https://docs.claude.com/en/api/messages */
export const anthropic: Protocol = {
  question(path, json) {
    if (path !== "/v1/messages") return undefined;
    const { model, system, messages, stream } = body.parse(json);
    return { model, system, messages: messages.map(({ role, content }) => ({ role, text: content })), stream };
  },
  models: (path) =>
    path === "/v1/models"
      ? {
          data: MODELS.map((id) => ({ type: "model", id, display_name: id, lifecycle: "active", retires_at: null })),
          has_more: false,
        }
      : undefined,
  check(path, json) {
    if (path !== "/v1/messages/count_tokens") return undefined;
    return { model: z.object({ model: z.string() }).parse(json).model, answer: { input_tokens: 8 } };
  },
  modelNames: /^claude/,
  noCredit: { status: 400, message: "Your credit balance is too low to access the Anthropic API.", code: undefined },
  badKey: { status: 401, message: "invalid x-api-key", code: undefined },
  answer: ({ model }, text, usage) => ({
    id: `msg_${randomUUID().replaceAll("-", "")}`,
    type: "message",
    role: "assistant",
    model,
    content: [{ type: "text", text }],
    stop_reason: "end_turn",
    stop_sequence: null,
    usage: usageOf(usage),
  }),
  // https://platform.claude.com/docs/en/build-with-claude/streaming
  events({ model }, pieces, usage) {
    const { output_tokens, output_tokens_details, ...asked } = usageOf(usage);
    const message = { id: "msg_1", type: "message", role: "assistant", model, content: [], stop_reason: null };
    const events = [
      { type: "message_start", message: { ...message, usage: { ...asked, output_tokens: 1 } } },
      { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
      { type: "ping" },
      ...pieces.map((text) => ({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } })),
      { type: "content_block_stop", index: 0 },
      {
        type: "message_delta",
        delta: { stop_reason: "end_turn", stop_sequence: null },
        usage: { output_tokens, output_tokens_details },
      },
      { type: "message_stop" },
    ];
    return events.map((data) => ({ event: data.type, data }));
  },
  failure: ({ status, message, code }) => ({
    type: "error",
    error: { type: code ?? TYPES[status] ?? "api_error", message },
    request_id: `req_${randomUUID().replaceAll("-", "")}`,
  }),
};

/** Anthropic counts cached input beside the input tokens. The other two count it within them. */
function usageOf(usage: Usage) {
  return {
    input_tokens: usage.input - usage.cached,
    cache_read_input_tokens: usage.cached,
    cache_creation_input_tokens: 0,
    output_tokens: usage.output,
    output_tokens_details: { thinking_tokens: usage.reasoning },
    service_tier: "standard",
  };
}
