import OpenAI from "openai";
import type { ModelRules, ProviderCall } from "../api.ts";
import { settingsFor } from "../models.ts";
import type { Wire } from "../wire.ts";

/**
 * Sends a call by Chat Completions, the one API that all of OpenAI's chat models from gpt-3.5 on speak, and many other
 * providers too. The SDK would read the address and the log level from the environment; what else it reads there, the
 * wire stops.
 */
export function sendChat(call: ProviderCall, wire: Wire, models: ModelRules, more: MoreAsked = {}): Promise<Response> {
  const client = new OpenAI({ ...wire.sdkOptions, baseURL: `${wire.origin}/v1` });
  return client.chat.completions.create({ ...request(call, models), ...more }).asResponse();
}

/** What only OpenAI itself takes. */
export type MoreAsked = {
  /** "default": the price of the list, whatever the project's own setting is. */
  service_tier?: "default";
};

function request(call: ProviderCall, models: ModelRules) {
  const { temperature, maxTokens, limitName } = settingsFor(models, call.model, call);
  return {
    model: call.model,
    stream: true as const,
    // Without it a stream reports no tokens.
    stream_options: { include_usage: true },
    messages: [
      { role: "system" as const, content: call.system },
      ...call.turns.map(({ role, text }) => ({ role, content: text })),
    ],
    ...(limitName === "max_tokens" ? { max_tokens: maxTokens } : { max_completion_tokens: maxTokens }),
    ...(temperature === undefined ? {} : { temperature }),
  };
}
