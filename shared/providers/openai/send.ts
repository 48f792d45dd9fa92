import OpenAI from "openai";
import type { ModelRules, ProviderCall } from "../api.ts";
import { settingsFor } from "../models.ts";
import type { Wire } from "../wire.ts";

/**
 * Sends a call through Chat Completions, the one API of all OpenAI chat models from gpt-3.5 on and of many other
 * providers. The SDK would read the address and the log level from the environment. The wire stops everything else
 * that it reads there.
 */
export function sendChat(call: ProviderCall, wire: Wire, models: ModelRules, more: MoreAsked = {}): Promise<Response> {
  const client = new OpenAI({ ...wire.sdkOptions, baseURL: `${wire.origin}/v1` });
  return client.chat.completions.create({ ...request(call, models), ...more }).asResponse();
}

/** Parameters that only OpenAI accepts. */
export type MoreAsked = {
  /** "default" guarantees the list price, whatever the project's own setting is. */
  service_tier?: "default";
};

function request(call: ProviderCall, models: ModelRules) {
  const { temperature, maxTokens, limitName } = settingsFor(models, call.model, call);
  return {
    model: call.model,
    stream: true as const,
    // Without this option a stream reports no tokens.
    stream_options: { include_usage: true },
    messages: [
      { role: "system" as const, content: call.system },
      ...call.turns.map(({ role, text }) => ({ role, content: text })),
    ],
    ...(limitName === "max_tokens" ? { max_tokens: maxTokens } : { max_completion_tokens: maxTokens }),
    ...(temperature === undefined ? {} : { temperature }),
  };
}
