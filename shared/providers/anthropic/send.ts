// The client without its resources is a quarter of the bundle's size and prints no warnings about old models.
import { BaseAnthropic } from "@anthropic-ai/sdk/client";
import type { ProviderCall } from "../api.ts";
import { settingsFor } from "../models.ts";
import { alternateTurns } from "../turns.ts";
import type { Wire } from "../wire.ts";
import { models } from "./models.ts";

/**
 * Asks Anthropic through the Messages API. Given a key, the SDK does not look for one in the environment or in files.
 */
export function send(call: ProviderCall, wire: Wire): Promise<Response> {
  const { temperature, maxTokens } = settingsFor(models, call.model, call);
  // Version 2026-10-21 refuses any temperature. The version before accepts it if the model does.
  // https://platform.claude.com/docs/en/api/migration-2026-10-21
  const version = temperature === undefined ? "2026-10-21" : "2023-06-01";
  const client = new BaseAnthropic({ ...wire.sdkOptions, baseURL: wire.origin, openTelemetry: false });
  const asked = client.post("/v1/messages", {
    headers: { "anthropic-version": version },
    stream: true,
    body: {
      model: call.model,
      stream: true,
      system: call.system,
      messages: alternateTurns(call.turns).map(({ role, text }) => ({ role, content: text })),
      max_tokens: maxTokens,
      ...(temperature === undefined ? {} : { temperature }),
    },
  });
  return asked.asResponse();
}
